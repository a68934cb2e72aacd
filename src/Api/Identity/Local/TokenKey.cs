using System.Security.Cryptography;
using System.Text;
using Benevoclic.Api.Hosting;
using Benevoclic.Api.Hosting.Errors;
using Benevoclic.Api.Hosting.Health;
using Microsoft.IdentityModel.Tokens;

namespace Benevoclic.Api.Identity.Local;

/// <summary>The key that signs tokens, kept in the data folder. Who deletes the file signs everybody out.</summary>
sealed class TokenKey(DataFolder folder) : IDisposable
{
    const string FileName = "identity.key";

    readonly Lock _reading = new();
    ECDsaSecurityKey? _key;

    /// <exception cref="UnavailableException">The data folder cannot be read or written.</exception>
    public ECDsaSecurityKey Current
    {
        get
        {
            lock (_reading)
                return _key ??= Load();
        }
    }

    public void Dispose() => _key?.ECDsa.Dispose();

    ECDsaSecurityKey Load()
    {
        try
        {
            var pem = SecretFile.ReadOrMake(Path.Combine(folder.Path, FileName), Make);
            var key = ECDsa.Create();
            key.ImportFromPem(Encoding.ASCII.GetString(pem));
            return new ECDsaSecurityKey(key) { KeyId = IdOf(key) };
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UnavailableException("The key of local accounts", error);
        }
    }

    static byte[] Make()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return Encoding.ASCII.GetBytes(key.ExportPkcs8PrivateKeyPem());
    }

    // Of the public part: the same key has the same name in every process.
    static string IdOf(ECDsa key) => Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()))[..16];
}

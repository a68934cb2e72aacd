using System.Security.Cryptography;
using Benevoclic.Api.Configuration;

namespace Benevoclic.Api.Identity.Firebase;

/// <summary>Which project, and how to be allowed in.</summary>
/// <param name="PrivateKey">PEM. Env files keep it on one line, with \n for the ends of lines.</param>
/// <param name="Emulator">Host and port of Google's emulator instead of Google; its tokens are not signed.</param>
sealed record FirebaseSettings(string Project, string ApiKey, string ClientEmail, string PrivateKey, string? Emulator)
{
    // What Google's own SDKs say to the emulator, which takes anything.
    const string EmulatorKey = "emulator";
    const string EmulatorEmail = "firebase-auth-emulator@example.com";

    public string Issuer => $"https://securetoken.google.com/{Project}";

    /// <exception cref="SettingsException">The private key is none.</exception>
    public static FirebaseSettings From(IConfiguration configuration)
    {
        var settings = Read(configuration);
        if (settings.Emulator is null && !IsKey(settings.PrivateKey))
            throw new SettingsException([
                $"{Setting.FirebasePrivateKey}: found something that is no private key (it is not shown), "
                    + "allowed: PEM, as in the JSON file of the service account: -----BEGIN PRIVATE KEY-----\\n…",
            ]);
        return settings;
    }

    static FirebaseSettings Read(IConfiguration configuration) =>
        new(
            configuration.Find(Setting.FirebaseProject) ?? "",
            configuration.Find(Setting.FirebaseApiKey) ?? EmulatorKey,
            configuration.Find(Setting.FirebaseClientEmail) ?? EmulatorEmail,
            (configuration.Find(Setting.FirebasePrivateKey) ?? "").Replace("\\n", "\n", StringComparison.Ordinal),
            configuration.Find(Setting.FirebaseEmulator)
        );

    /// <param name="service">A host of Google's, such as identitytoolkit.googleapis.com.</param>
    public Uri Address(string service, string path) =>
        new(Emulator is null ? $"https://{service}/{path}" : $"http://{Emulator}/{service}/{path}");

    public override string ToString() => $"Firebase project {Project}";

    static bool IsKey(string pem)
    {
        try
        {
            using var key = RSA.Create();
            key.ImportFromPem(pem);
            return true;
        }
        catch (Exception error) when (error is ArgumentException or CryptographicException)
        {
            return false;
        }
    }
}

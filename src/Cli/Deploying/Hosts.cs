using Benevoclic.Cli.Config;
using Benevoclic.Cli.Remote;

namespace Benevoclic.Cli.Deploying;

/// <summary>Opens the host that commands work on.</summary>
static class Hosts
{
    /// <summary>This machine's own engine, without SSH.</summary>
    public const string Local = "local";

    /// <param name="named">What <c>--host</c> says; null for the host of benevoclic.yaml.</param>
    /// <param name="host">The settings.</param>
    /// <param name="environment">Holds the key.</param>
    /// <param name="isTrusted">Asked about a host key that nobody has confirmed.</param>
    /// <param name="ct">Ends the attempt.</param>
    /// <exception cref="CommandException">Something is not set, or the host does not let us in.</exception>
    public static async Task<IShell> OpenAsync(
        string? named,
        HostConfig host,
        IReadOnlyDictionary<string, string> environment,
        Func<string, bool> isTrusted,
        CancellationToken ct
    ) =>
        named == Local
            ? new LocalShell()
            : new HeardShell(
                await SshShell.ConnectAsync(Address(named, host, environment), isTrusted, ct),
                TimeProvider.System
            );

    static HostAddress Address(string? named, HostConfig host, IReadOnlyDictionary<string, string> environment)
    {
        var address = named ?? host.Address;
        var key = VariableReader.Of(environment, "OVH_SSH_KEY") ?? "";
        string[] missing =
        [
            .. Missing(address, "VPS_HOST (or host.address in benevoclic.yaml): the server's name or address"),
            .. Missing(host.User, "VPS_USERNAME (or host.user in benevoclic.yaml): who we are there"),
            .. Missing(key, "OVH_SSH_KEY: the private key, as text or as the path of a file"),
        ];
        if (missing.Length > 0)
        {
            throw new CommandException(
                ExitCode.Usage,
                string.Join('\n', ["Nobody said which host, or how to enter it. Missing:", .. missing]),
                "Set them, or work on this machine's own Docker with: --host local"
            );
        }
        return new HostAddress(
            address,
            host.Port,
            host.User,
            new Secret(KeyText(key)),
            host.Key is "" ? null : host.Key
        );
    }

    static string[] Missing(string value, string what) => value.Length == 0 ? [$"  {what}"] : [];

    static string KeyText(string key)
    {
        if (key.Contains("-----BEGIN", StringComparison.Ordinal))
        {
            return key;
        }
        try
        {
            return File.ReadAllText(key);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Not its value: it may be a key that was pasted without its first line.
            throw new CommandException(
                ExitCode.Usage,
                "OVH_SSH_KEY is neither a private key (-----BEGIN … PRIVATE KEY-----) nor the path of a file that can be read."
            );
        }
    }
}

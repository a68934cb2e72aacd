using Benevoclic.Cli.Config;
using Benevoclic.Cli.Deploying;

namespace Benevoclic.Cli.Servers;

/// <summary>Opens a host whose key nobody has confirmed yet: it is shown, and a person decides.</summary>
static class FirstMeeting
{
    /// <param name="checkout">Its host.</param>
    /// <param name="named">What <c>--host</c> says.</param>
    /// <param name="isRight">Asked with the fingerprint.</param>
    /// <param name="ct">Ends the attempt.</param>
    /// <exception cref="CommandException">Nobody confirmed it, or the host does not let us in.</exception>
    public static async Task<HostSession> OpenAsync(
        Checkout checkout,
        string? named,
        Func<string, bool> isRight,
        CancellationToken ct
    )
    {
        var found = "";
        try
        {
            return await OpenAsync(
                checkout,
                named,
                checkout.Installation.Host,
                fingerprint => Refuse(fingerprint, out found),
                ct
            );
        }
        catch (CommandException) when (found.Length > 0 && isRight(found))
        {
            // Only now: the server does not wait for as long as a person may take to compare.
            return await OpenAsync(checkout, named, checkout.Installation.Host with { Key = found }, _ => false, ct);
        }
    }

    static bool Refuse(string fingerprint, out string found)
    {
        found = fingerprint;
        return false;
    }

    static async Task<HostSession> OpenAsync(
        Checkout checkout,
        string? named,
        HostConfig host,
        Func<string, bool> isTrusted,
        CancellationToken ct
    ) => new(checkout, await Hosts.OpenAsync(named, host, Checkout.ProcessEnvironment, isTrusted, ct));
}

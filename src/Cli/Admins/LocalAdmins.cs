using System.Diagnostics;
using Benevoclic.Cli.Local;
using Benevoclic.Cli.Remote;

namespace Benevoclic.Cli.Admins;

/// <summary>Runs the API's own program on this machine, with the settings and the data that `up` gives it; it may run meanwhile.</summary>
sealed class LocalAdmins(LocalProcess api)
{
    const string Service = "api";

    /// <exception cref="CommandException">The API cannot be built.</exception>
    public static async Task<LocalAdmins> PrepareAsync(Session session, CancellationToken ct)
    {
        var checkout = Checkout.Load(session.Root);
        var launch = new Launch(checkout, session.State, Checkout.ProcessEnvironment);
        return new(await launch.PrepareAsync(checkout.Stack.Find(Service), ct));
    }

    /// <returns>What it says.</returns>
    /// <exception cref="CommandException">It refuses.</exception>
    public async Task<string> CreateAsync(string email, Secret password, CancellationToken ct)
    {
        var start = new ProcessStartInfo(api.Program, ["admin", "create", email])
        {
            WorkingDirectory = api.WorkingDirectory,
        };
        foreach (var (name, value) in api.Environment)
        {
            start.Environment[name] = value;
        }
        var (exitCode, output) = await Finished.RunAsync(start, ct, password.Value);
        return exitCode == 0
            ? output
            : throw new CommandException(exitCode == (int)ExitCode.Usage ? ExitCode.Usage : ExitCode.Failed, output);
    }
}

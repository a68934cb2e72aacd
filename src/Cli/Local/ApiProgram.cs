using System.Diagnostics;
using Benevoclic.Cli.Remote;

namespace Benevoclic.Cli.Local;

/// <summary>Runs the API's own program once on this machine, with the settings and the data that `up` gives it; it may run meanwhile.</summary>
sealed class ApiProgram(LocalProcess api)
{
    const string Service = "api";

    /// <exception cref="CommandException">The API cannot be built.</exception>
    public static async Task<ApiProgram> PrepareAsync(Session session, CancellationToken ct)
    {
        var checkout = Checkout.Load(session.Root);
        var launch = new Launch(checkout, session.State, Checkout.ProcessEnvironment);
        return new(await launch.PrepareAsync(checkout.Stack.Find(Service), ct));
    }

    /// <param name="words">What it is told to do.</param>
    /// <param name="input">A line for its standard input: the way for secrets.</param>
    /// <returns>What it says.</returns>
    /// <exception cref="CommandException">It refuses, in its own words.</exception>
    public async Task<string> RunAsync(IReadOnlyList<string> words, CancellationToken ct, Secret? input = null)
    {
        var start = new ProcessStartInfo(api.Program, words) { WorkingDirectory = api.WorkingDirectory };
        foreach (var (name, value) in api.Environment)
        {
            start.Environment[name] = value;
        }
        var (exitCode, output) = await Finished.RunAsync(start, ct, input?.Value);
        return exitCode == 0
            ? output
            : throw new CommandException(exitCode == (int)ExitCode.Usage ? ExitCode.Usage : ExitCode.Failed, output);
    }
}

using System.Globalization;
using System.Text.Json;
using Benevoclic.Cli.Deploying.Judging;
using Benevoclic.Cli.Remote;
using Benevoclic.Cli.Stack;

namespace Benevoclic.Cli.Deploying.Announcing;

/// <summary>
/// Tells the service at the exit of the alert path what a deploy is doing, one word after the other and beside the deploy: nobody waits
/// for it, and a receiver that is absent, dead or slow changes nothing.
/// </summary>
/// <param name="exit">Null when the stack has none: then nothing is told.</param>
sealed class Announcer(IShell shell, HostFolder folder, Service? exit) : IAsyncDisposable
{
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    /// <summary>At the very end, for the last word.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    Task _last = Task.CompletedTask;

    public static Announcer To(AlertPath? path, IShell shell, HostFolder folder) => new(shell, folder, path?.Exit);

    public void Tell(DeployNews news)
    {
        if (exit is not null)
        {
            _last = TellAfterAsync(_last, Script.Run("announce", [folder.Path, exit.Name, Port(exit), Json(news)]));
        }
    }

    public async ValueTask DisposeAsync() => await Task.WhenAny(_last, Task.Delay(Patience));

    async Task TellAfterAsync(Task before, RemoteCommand command)
    {
        await before;
        try
        {
            using var limit = new CancellationTokenSource(Limit);
            await shell.RunAsync(command, limit.Token);
        }
        catch (Exception)
        {
            // Whatever it was: the deploy itself meets it too, and says so, where it matters.
        }
    }

    static string Port(Service service) => service.Port.ToString(CultureInfo.InvariantCulture);

    static string Json(DeployNews news) => JsonSerializer.Serialize(news, DeployJson.Default.DeployNews);
}

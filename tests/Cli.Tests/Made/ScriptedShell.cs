using Benevoclic.Cli.Remote;

namespace Benevoclic.Cli.Tests.Made;

/// <summary>A host that answers what a test says, and keeps what it was asked.</summary>
/// <param name="answer">The answer to the n-th command, from 0.</param>
sealed class ScriptedShell(Func<int, RemoteCommand, CommandOutcome> answer) : IShell
{
    readonly List<RemoteCommand> _asked = [];

    public string Host => "scripted";

    public int RoundTrips => _asked.Count;

    public IReadOnlyList<RemoteCommand> Asked => _asked;

    public Task<CommandOutcome> RunAsync(RemoteCommand command, CancellationToken ct)
    {
        _asked.Add(command);
        var outcome = answer(_asked.Count - 1, command);
        ct.ThrowIfCancellationRequested();
        return Task.FromResult(outcome);
    }

    public Task<IRemoteProcess> StartAsync(RemoteCommand command, CancellationToken ct) =>
        throw new NotSupportedException();

    public ITunnel? Tunnel(int port, Action<string> say) => throw new NotSupportedException();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

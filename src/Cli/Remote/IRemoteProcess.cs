namespace Benevoclic.Cli.Remote;

/// <summary>A command on a host that is still running.</summary>
interface IRemoteProcess : IAsyncDisposable
{
    Stream Input { get; }

    Stream Output { get; }

    Stream Error { get; }

    /// <summary>Completes with the exit code; 255 when the connection broke.</summary>
    Task<int> Ended { get; }
}

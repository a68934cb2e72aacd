using System.IO.Pipelines;
using Benevoclic.Cli.Remote;
using Microsoft.Extensions.Time.Testing;

namespace Benevoclic.Cli.Tests.Remote;

public sealed class HeardShellTests
{
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    static readonly RemoteCommand Any = new("true");

    readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task A_command_on_a_host_that_falls_silent_ends_and_says_so()
    {
        await using var shell = new HeardShell(new SilentShell(), _time);

        var run = shell.RunAsync(Any, TestContext.Current.CancellationToken);
        await PassUntilAsync(() => run.IsCompleted);

        var lost = await Assert.ThrowsAsync<HostLostException>(() => run);
        Assert.Equal("The connection to silent broke: nothing was heard of it for 20 s", lost.Message);
    }

    [Fact]
    public async Task What_is_followed_on_a_host_that_falls_silent_comes_to_its_end()
    {
        await using var shell = new HeardShell(new SilentShell(), _time);
        await using var process = await shell.StartAsync(Any, TestContext.Current.CancellationToken);
        using var reader = new StreamReader(process.Output);

        var line = reader.ReadLineAsync(TestContext.Current.CancellationToken).AsTask();
        await PassUntilAsync(() => line.IsCompleted);

        Assert.Null(await line);
    }

    [Fact]
    public async Task A_command_that_takes_minutes_on_a_host_that_answers_goes_on()
    {
        var host = new SilentShell { Answers = true };
        await using var shell = new HeardShell(host, _time);
        using var cancel = new CancellationTokenSource();

        var run = shell.RunAsync(Any, cancel.Token);
        await PassUntilAsync(() => host.Beats == 8);

        Assert.False(run.IsCompleted);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
    }

    [Fact]
    public async Task Who_breaks_it_off_is_not_told_that_the_host_is_lost()
    {
        await using var shell = new HeardShell(new SilentShell(), _time);
        using var cancel = new CancellationTokenSource();

        var run = shell.RunAsync(Any, cancel.Token);
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
    }

    async Task PassUntilAsync(Func<bool> isOver) =>
        await Eventually.TrueAsync(
            () =>
            {
                _time.Advance(TimeSpan.FromSeconds(1));
                return Task.FromResult(isOver());
            },
            Limit,
            () => "it still waits"
        );

    /// <summary>Behind a network that was cut it takes everything and answers nothing, and never ends a command.</summary>
    sealed class SilentShell : IShell
    {
        public bool Answers { get; init; }

        public int Beats => _process?.Beats ?? 0;

        SilentProcess? _process;

        public string Host => "silent";

        public int RoundTrips => 0;

        public async Task<CommandOutcome> RunAsync(RemoteCommand command, CancellationToken ct)
        {
            await Task.Delay(Timeout.Infinite, ct);
            throw new InvalidOperationException();
        }

        public Task<IRemoteProcess> StartAsync(RemoteCommand command, CancellationToken ct) =>
            Task.FromResult<IRemoteProcess>(_process = new SilentProcess(Answers));

        public ITunnel? Tunnel(int port, Action<string> say) => null;

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    sealed class SilentProcess(bool answers) : IRemoteProcess
    {
        readonly Pipe _output = new();

        public int Beats => ((BeatStream)Input).Beats;

        public Stream Input => field ??= new BeatStream(answers ? _output.Writer : null);

        public Stream Output => _output.Reader.AsStream();

        public Stream Error => Stream.Null;

        public Task<int> Ended => new TaskCompletionSource<int>().Task;

        public ValueTask DisposeAsync() => _output.Writer.CompleteAsync();
    }

    sealed class BeatStream(PipeWriter? answers) : MemoryStream
    {
        public int Beats { get; private set; }

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken ct = default)
        {
            Beats++;
            if (answers is not null)
            {
                await answers.WriteAsync(buffer, ct);
            }
        }
    }
}

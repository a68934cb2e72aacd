using System.IO.Pipelines;
using System.Text;
using Benevoclic.Cli.Deploying;
using Benevoclic.Cli.Deploying.Receipts;
using Benevoclic.Cli.Remote;
using Microsoft.Extensions.Time.Testing;

namespace Benevoclic.Cli.Tests.Deploying;

public sealed class ProberTests
{
    [Fact]
    public async Task A_mark_that_nobody_answers_does_not_take_the_answer_of_the_next()
    {
        var time = new FakeTimeProvider();
        var script = new Pipes();
        await using var prober = await StartAsync(script, "/srv/benevoclic", time);

        var first = prober.MarkAsync();
        time.Advance(TimeSpan.FromMinutes(1));
        var lost = await first;
        var second = prober.MarkAsync();
        await script.SayAsync("count\t2\tp\t5\t0\n");

        Assert.Null(lost.Count);
        Assert.Equal(new ProxyCount("2", "p", 5, 0), (await second).Count);
    }

    /// <summary>The real script, with nobody at the public port.</summary>
    [Fact]
    public async Task Every_mark_is_answered_by_its_name_while_probes_go_on()
    {
        using var folder = new TemporaryFolder();
        await using var shell = new LocalShell();
        var script = Script.Run("probe", folder.Path, "9", "/health");
        await using var process = await shell.StartAsync(script, TestContext.Current.CancellationToken);
        using var output = new StreamReader(process.Output);
        await SayAsync(process, Encoding.UTF8.GetString(script.Input.Span));

        for (var mark = 0; mark < 20; mark++)
        {
            await UntilAsync(output, "probe\t");
            await SayAsync(process, $"{mark}\n");
            Assert.Equal($"{mark}", ProxyCount.Parse(await UntilAsync(output, "count\t"))?.Mark);
        }
    }

    static async Task SayAsync(IRemoteProcess process, string text)
    {
        await process.Input.WriteAsync(Encoding.UTF8.GetBytes(text), TestContext.Current.CancellationToken);
        await process.Input.FlushAsync(TestContext.Current.CancellationToken);
    }

    static async Task<string> UntilAsync(StreamReader output, string begin)
    {
        while (await output.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.StartsWith(begin, StringComparison.Ordinal))
            {
                return line;
            }
        }
        throw new EndOfStreamException($"the script ended before it said {begin}");
    }

    static Task<Prober> StartAsync(Pipes script, string folder, TimeProvider time) =>
        Prober.StartAsync(script, new HostFolder(folder), 3000, "/health", time, TestContext.Current.CancellationToken);

    /// <summary>A host whose one command says what the test says.</summary>
    sealed class Pipes : IShell, IRemoteProcess
    {
        readonly Pipe _output = new();
        readonly TaskCompletionSource<int> _ended = new();

        public string Host => "pipes";

        public int RoundTrips => 0;

        public Stream Input { get; } = new MemoryStream();

        public Stream Output => _output.Reader.AsStream();

        public Stream Error => Stream.Null;

        public Task<int> Ended => _ended.Task;

        public async Task SayAsync(string text) => await _output.Writer.WriteAsync(Encoding.UTF8.GetBytes(text));

        public Task<IRemoteProcess> StartAsync(RemoteCommand command, CancellationToken ct) =>
            Task.FromResult<IRemoteProcess>(this);

        public Task<CommandOutcome> RunAsync(RemoteCommand command, CancellationToken ct) =>
            throw new NotSupportedException();

        public ITunnel? Tunnel(int port, Action<string> say) => throw new NotSupportedException();

        public async ValueTask DisposeAsync()
        {
            _ended.TrySetResult(0);
            await _output.Writer.CompleteAsync();
        }
    }
}

using System.Net;
using System.Net.Sockets;
using System.Text;
using Benevoclic.Deployment.Traffic;

namespace Benevoclic.Deployment.Harness;

public sealed class LoadTests
{
    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_asks_at_a_steady_rate_and_sees_no_failure_where_there_is_none()
    {
        await using var server = new TinyServer(_ => "200 OK");
        await using var load = Load.Start(server.Address, perSecond: 200);
        await Task.Delay(TimeSpan.FromSeconds(3), Cancelled);

        var report = await load.StopAsync();

        Assert.InRange(report.Requests, 560, 640);
        Assert.Equal(report.Requests, server.Requests);
        Assert.Empty(report.Failures);
        Assert.Equal(0, report.Repeated);
        Assert.InRange(report.LongestGap.TotalMilliseconds, 1, 500);
    }

    [Fact]
    public async Task It_counts_each_bad_answer_and_each_dropped_connection()
    {
        await using var server = new TinyServer(number =>
            number % 20 == 7 ? "502 Bad Gateway"
            : number % 15 == 4 ? null
            : "200 OK"
        );
        await using var load = Load.Start(server.Address, perSecond: 100);
        await Task.Delay(TimeSpan.FromSeconds(2), Cancelled);

        var report = await load.StopAsync();

        Assert.Equal(server.BadAnswers, report.Failures.Count(failure => failure.What == "502"));
        Assert.Equal(server.Drops, report.Failures.Count(failure => failure.What != "502") + report.Repeated);
        Assert.True(server.BadAnswers > 0 && server.Drops > 0);
    }

    [Fact]
    public async Task It_tells_the_longest_gap_and_which_release_answered_when()
    {
        var release = "one";
        var gate = new ManualResetEventSlim(initialState: true);
        await using var server = new TinyServer(_ =>
        {
            gate.Wait(Cancelled);
            return $"200 OK\r\nX-Benevoclic-Release: {release}";
        });
        await using var load = Load.Start(server.Address, perSecond: 20);
        await Task.Delay(TimeSpan.FromSeconds(1), Cancelled);
        gate.Reset();
        await Task.Delay(TimeSpan.FromSeconds(1), Cancelled);
        release = "two";
        gate.Set();
        await Task.Delay(TimeSpan.FromSeconds(1), Cancelled);

        var report = await load.StopAsync();

        Assert.Empty(report.Failures);
        Assert.InRange(report.LongestGap.TotalSeconds, 0.8, 1.5);
        Assert.Equal(["one", "two"], report.Releases.Select(seen => seen.Release));
        Assert.Equal(report.Requests, report.Releases.Sum(seen => seen.Answers));
    }

    [Fact]
    public async Task It_stops_by_itself_and_does_not_wait_for_a_server_that_is_not_there()
    {
        var address = new Uri($"http://127.0.0.1:{FreePorts.Take(1)[0]}/");
        await using var load = Load.Start(address, perSecond: 50, TimeSpan.FromSeconds(1));
        await Task.Delay(TimeSpan.FromSeconds(2), Cancelled);

        var requests = load.Report().Requests;
        await Task.Delay(TimeSpan.FromSeconds(1), Cancelled);

        Assert.InRange(requests, 35, 55);
        Assert.Equal(requests, (await load.StopAsync()).Failures.Count);
    }

    /// <summary>Speaks just enough HTTP to misbehave exactly: what it did is known to the request.</summary>
    sealed class TinyServer : IAsyncDisposable
    {
        readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        readonly Func<int, string?> _answer;
        readonly Task _accepting;
        int _requests;
        int _badAnswers;
        int _drops;

        /// <param name="answer">Status line and headers for the nth request; null to drop the connection.</param>
        public TinyServer(Func<int, string?> answer)
        {
            _answer = answer;
            _listener.Start();
            _accepting = AcceptAsync();
        }

        public Uri Address => new($"http://{_listener.LocalEndpoint}/");

        public int Requests => _requests;

        public int BadAnswers => _badAnswers;

        public int Drops => _drops;

        public async ValueTask DisposeAsync()
        {
            _listener.Stop();
            await _accepting;
        }

        async Task AcceptAsync()
        {
            try
            {
                while (true)
                {
                    var client = await _listener.AcceptTcpClientAsync();
                    new Thread(() => Serve(client)) { IsBackground = true }.Start();
                }
            }
            catch (Exception error) when (error is SocketException or ObjectDisposedException)
            {
                // Stopped.
            }
        }

        void Serve(TcpClient client)
        {
            using var _ = client;
            using var reader = new StreamReader(client.GetStream(), Encoding.ASCII);
            while (reader.ReadLine() is { } line)
            {
                if (line.Length > 0)
                {
                    continue;
                }
                var answer = _answer(Interlocked.Increment(ref _requests));
                if (answer is null)
                {
                    Interlocked.Increment(ref _drops);
                    return;
                }
                Interlocked.Add(ref _badAnswers, answer.StartsWith('2') ? 0 : 1);
                client.GetStream().Write(Encoding.ASCII.GetBytes($"HTTP/1.1 {answer}\r\nContent-Length: 0\r\n\r\n"));
            }
        }
    }
}

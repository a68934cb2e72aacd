using System.Collections.Concurrent;
using System.Net;

namespace Benevoclic.EndToEnd.Proxy;

/// <summary>200 requests a second: reading and writing, on kept connections and on new ones.</summary>
sealed class Traffic : IAsyncDisposable
{
    static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(5);

    readonly CancellationTokenSource _end = new();
    readonly ConcurrentBag<string> _failures = [];
    readonly ConcurrentDictionary<string, int> _answers = new();
    readonly HttpClient _http = new();
    readonly Uri _address;
    readonly Task _sending;

    public Traffic(Uri address)
    {
        _address = address;
        _sending = SendAsync();
    }

    public int Answered => _answers.Values.Sum();

    public IReadOnlyDictionary<string, int> ByRelease => _answers;

    public IReadOnlyCollection<string> Failures => _failures;

    /// <summary>Waits until a release has answered so many.</summary>
    public Task AnsweredByAsync(string release, int count) =>
        Eventually.TrueAsync(
            () => _answers.GetValueOrDefault(release) >= count,
            TimeSpan.FromSeconds(30),
            () => $"{release} answered {_answers.GetValueOrDefault(release)} of {count}"
        );

    /// <summary>Sends no more, and waits for what is under way.</summary>
    public async Task EndAsync()
    {
        await _end.CancelAsync();
        await _sending;
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        _http.Dispose();
        _end.Dispose();
    }

    async Task SendAsync()
    {
        var underWay = new List<Task>();
        using var beat = new PeriodicTimer(Interval);
        for (var i = 0; !_end.IsCancellationRequested; i++)
        {
            underWay.Add(Task.Run(() => OneAsync(i)));
            await beat.WaitForNextTickAsync();
        }
        await Task.WhenAll(underWay);
    }

    async Task OneAsync(int number)
    {
        try
        {
            using var request = Request(number);
            using var answer = await _http.SendAsync(request);
            var text = await answer.Content.ReadAsStringAsync();
            if (answer.StatusCode != HttpStatusCode.OK || !text.Contains($"{number}", StringComparison.Ordinal))
            {
                _failures.Add($"{request.Method} {number}: {(int)answer.StatusCode} {text}");
            }
            else
            {
                _answers.AddOrUpdate(answer.Headers.GetValues("X-Benevoclic-Release").Single(), 1, (_, n) => n + 1);
            }
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            _failures.Add($"{number}: {e.Message} {e.InnerException?.Message}");
        }
    }

    HttpRequestMessage Request(int number)
    {
        var request =
            number % 2 == 0
                ? new HttpRequestMessage(HttpMethod.Get, new Uri(_address, $"/read?{number}"))
                : new HttpRequestMessage(HttpMethod.Post, new Uri(_address, "/echo"))
                {
                    Content = new StringContent($"{number} {new string('x', 2000)}"),
                };
        request.Headers.ConnectionClose = number % 4 < 2;
        return request;
    }
}

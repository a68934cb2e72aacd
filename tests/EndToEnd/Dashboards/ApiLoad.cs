using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Benevoclic.EndToEnd.Dashboards;

/// <summary>Users of the API whose every request is counted and timed, to compare with what the dashboards say.</summary>
sealed class ApiLoad(Uri api) : IDisposable
{
    /// <summary>Pages that need nothing; the last ones are refused, which has to show in the rate of errors.</summary>
    static readonly string[] Paths =
    [
        "/association/nb-association",
        "/volunteer/nb-volunteer",
        "/user/avatar/nobody",
        "/user",
        "/support/reports",
    ];

    static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(50);

    /// <summary>The smallest PNG: one transparent pixel.</summary>
    static readonly byte[] Pixel = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
    );

    readonly HttpClient _http = new() { BaseAddress = api };
    readonly ConcurrentQueue<(DateTimeOffset At, int Status, TimeSpan Took)> _requests = new();

    public void Dispose() => _http.Dispose();

    /// <summary>Requests of a stretch of time: how many, how many of them refused (4xx), and how long they took on average.</summary>
    public (int Count, int Refused, TimeSpan Mean) Between(DateTimeOffset from, DateTimeOffset to)
    {
        var inside = _requests.Where(one => one.At >= from && one.At < to).ToList();
        return (
            inside.Count,
            inside.Count(one => one.Status is >= 400 and < 500),
            TimeSpan.FromTicks((long)inside.Average(one => one.Took.Ticks))
        );
    }

    /// <summary>One after the other at a steady pace, until told to end.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        try
        {
            for (var i = 0; !ct.IsCancellationRequested; i++)
            {
                using var request = Request(i % (Paths.Length + 1));
                await SendAsync(request, ct);
                await Task.Delay(Pace, ct);
            }
        }
        catch (OperationCanceledException)
        {
            // Told to end.
        }
    }

    /// <summary>Somebody registers, signs in, and shows a picture: what the panels of sign-ins and files draw.</summary>
    public async Task ActAsPersonAsync(CancellationToken ct)
    {
        var person = new
        {
            email = $"{Guid.NewGuid():N}@example.org",
            password = "Un-mot-de-passe-1",
            role = "VOLUNTEER",
        };
        await PostAsync("/user/register", person, ct);
        var login = await PostAsync("/user/login", new { person.email, person.password }, ct);
        var picture = new ByteArrayContent(Pixel) { Headers = { ContentType = new MediaTypeHeaderValue("image/png") } };
        using var request = new HttpRequestMessage(
            HttpMethod.Patch,
            $"/user/{login.GetProperty("idUser").GetString()}/update-avatar"
        )
        {
            Content = new MultipartFormDataContent { { picture, "file", "moi.png" } },
        };
        request.Headers.Authorization = new("Bearer", login.GetProperty("idToken").GetString());
        using var answer = await _http.SendAsync(request, ct);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(ct));
    }

    async Task<JsonElement> PostAsync(string path, object body, CancellationToken ct)
    {
        using var answer = await _http.PostAsJsonAsync(path, body, ct);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {await answer.Content.ReadAsStringAsync(ct)}");
        return await answer.Content.ReadFromJsonAsync<JsonElement>(ct);
    }

    /// <summary>One of the pages; after the last one somebody who signs in without a password, and slowly.</summary>
    static HttpRequestMessage Request(int turn) =>
        turn < Paths.Length
            ? new HttpRequestMessage(HttpMethod.Get, Paths[turn])
            : new HttpRequestMessage(HttpMethod.Post, "/user/login") { Content = new SlowBody() };

    async Task SendAsync(HttpRequestMessage request, CancellationToken ct)
    {
        var (at, start) = (TimeProvider.System.GetUtcNow(), Stopwatch.GetTimestamp());
        using var answer = await _http.SendAsync(request, ct);
        await answer.Content.ReadAsByteArrayAsync(ct);
        _requests.Enqueue((at, (int)answer.StatusCode, Stopwatch.GetElapsedTime(start)));
    }
}

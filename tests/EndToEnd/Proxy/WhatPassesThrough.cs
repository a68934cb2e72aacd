using System.Diagnostics;

namespace Benevoclic.EndToEnd.Proxy;

public sealed class WhatPassesThrough
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Caddies.Suites), MemberType = typeof(Caddies))]
    public async Task The_APIs_answers_arrive_as_they_are(string suite)
    {
        await using var proxy = await RunningProxy.StartAsync(suite);
        var direct = new Uri($"http://{proxy.Behind("api").Address}/tagged");
        foreach (var method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Head])
        {
            Assert.Equal(
                await HeadersAsync(proxy, method, direct),
                await HeadersAsync(proxy, method, proxy.Address(3000, "/tagged"))
            );
        }
    }

    [Theory]
    [MemberData(nameof(Caddies.Suites), MemberType = typeof(Caddies))]
    public async Task The_API_is_told_who_asks_and_a_client_cannot_make_that_up(string suite)
    {
        await using var proxy = await RunningProxy.StartAsync(suite);
        using var request = new HttpRequestMessage(HttpMethod.Get, proxy.Address(3000, "/a%2Fb?c=%20d"));
        request.Headers.Add("X-Forwarded-For", "203.0.113.9");
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Authorization = new("Bearer", "kept");

        using var answer = await proxy.Http.SendAsync(request, Ct);
        var seen = (await answer.Content.ReadAsStringAsync(Ct)).Split('\n');

        Assert.Contains("X-Forwarded-For: 127.0.0.1", seen);
        Assert.Contains("X-Forwarded-Proto: http", seen);
        Assert.Contains($"X-Forwarded-Host: 127.0.0.1:{proxy.Port(3000)}", seen);
        Assert.Contains($"Host: 127.0.0.1:{proxy.Port(3000)}", seen);
        Assert.Contains("Authorization: Bearer kept", seen);
        Assert.EndsWith("?c=%20d", seen[0], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Caddies.Suites), MemberType = typeof(Caddies))]
    public async Task A_large_body_passes(string suite)
    {
        await using var proxy = await RunningProxy.StartAsync(suite);
        using var content = new ByteArrayContent(new byte[50_000_000]);

        using var answer = await proxy.Http.PostAsync(proxy.Address(3000, "/count"), content, Ct);

        Assert.Equal("50000000", await answer.Content.ReadAsStringAsync(Ct));
    }

    [Theory]
    [MemberData(nameof(Caddies.Suites), MemberType = typeof(Caddies))]
    public async Task Events_come_at_once(string suite)
    {
        await using var proxy = await RunningProxy.StartAsync(suite);
        using var request = new HttpRequestMessage(HttpMethod.Get, proxy.Address(9094, "/events"));
        request.Headers.Authorization = new(
            "Basic",
            Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"benevoclic:{RunningProxy.Password}"))
        );
        var watch = Stopwatch.StartNew();

        using var answer = await proxy.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Ct);
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(Ct));

        Assert.Equal("data: 0", await reader.ReadLineAsync(Ct));
        // The second event is ten seconds away: the first did not wait for it.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"after {watch.Elapsed}");
    }

    static async Task<string> HeadersAsync(RunningProxy proxy, HttpMethod method, Uri address)
    {
        using var request = new HttpRequestMessage(method, address);
        using var answer = await proxy.Http.SendAsync(request, Ct);
        var headers = answer
            .Headers.Concat(answer.Content.Headers)
            .Where(header => header.Key != "Date")
            .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}")
            // How the body is framed may differ from hop to hop.
            .Where(line => line != "Transfer-Encoding: chunked")
            .Order(StringComparer.OrdinalIgnoreCase);
        return $"{(int)answer.StatusCode}\n{string.Join('\n', headers)}";
    }
}

using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Benevoclic.EndToEnd.Proxy;

public sealed class TheDoors
{
    static readonly int[] Pages = [9090, 9093, 3001, 9100, 9094];

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Caddies.Suites), MemberType = typeof(Caddies))]
    public async Task Every_page_wants_the_login_and_does_not_hand_it_on(string suite)
    {
        await using var proxy = await RunningProxy.StartAsync(suite);
        foreach (var port in Pages)
        {
            using var stranger = await AskAsync(proxy, port, "/");
            using var guesser = await AskAsync(proxy, port, "/", "guess");
            using var other = await AskAsync(proxy, port, "/", RunningProxy.Password, name: "admin");
            using var member = await AskAsync(proxy, port, "/graph?x=1", RunningProxy.Password);

            Assert.Equal(
                [HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized],
                [stranger.StatusCode, guesser.StatusCode, other.StatusCode]
            );
            Assert.Equal("Basic realm=\"Benevoclic\", charset=\"UTF-8\"", $"{stranger.Headers.WwwAuthenticate}");
            var seen = await member.Content.ReadAsStringAsync(Ct);
            Assert.StartsWith("GET /graph?x=1\n", seen, StringComparison.Ordinal);
            Assert.DoesNotContain("Authorization", seen, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory]
    [MemberData(nameof(Caddies.Suites), MemberType = typeof(Caddies))]
    public async Task Health_paths_are_open_and_nothing_else_can_be_spelled_as_one(string suite)
    {
        await using var proxy = await RunningProxy.StartAsync(suite);
        (int Port, string Path)[] open =
        [
            (9090, "/-/healthy"),
            (9090, "/-/ready"),
            (9093, "/-/healthy"),
            (9093, "/-/ready"),
            (3001, "/api/health"),
            (9094, "/health"),
        ];
        foreach (var (port, path) in open)
        {
            using var answer = await AskAsync(proxy, port, path);
            Assert.StartsWith($"GET {path}\n", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        }
        foreach (
            var path in (string[])
                ["/-/healthy/", "/-/healthyx", "/-/healthy/%2e%2e/%2e%2e/api", "/%2d/metrics", "/metrics"]
        )
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await StatusOfRawAsync(proxy, 9090, path));
        }
        foreach (var path in (string[])["//-/healthy?query=up", "/api/v1/..%2f..%2f../-/healthy", "/-/HEALTHY"])
        {
            var seen = await AnswerOfRawAsync(proxy, 9090, path);
            Assert.True(
                seen.Contains(" 401 ", StringComparison.Ordinal)
                    || seen.Contains("\nGET /-/healthy\n", StringComparison.Ordinal),
                $"{path}: {seen}"
            );
        }
    }

    [Theory]
    [MemberData(nameof(Caddies.Suites), MemberType = typeof(Caddies))]
    public async Task Without_a_password_pages_say_so_and_stay_closed_while_the_API_and_health_answer(string suite)
    {
        await using var proxy = await RunningProxy.StartAsync(suite, password: null);
        foreach (var port in Pages)
        {
            using var plain = await AskAsync(proxy, port, "/");
            using var empty = await AskAsync(proxy, port, "/", "");
            using var emptyHeader = await AskAsync(proxy, port, "/", header: "");
            Assert.Equal(
                [
                    HttpStatusCode.ServiceUnavailable,
                    HttpStatusCode.ServiceUnavailable,
                    HttpStatusCode.ServiceUnavailable,
                ],
                [plain.StatusCode, empty.StatusCode, emptyHeader.StatusCode]
            );
            Assert.Equal(
                "This page stays closed: nobody has set MONITORING_PASSWORD, and there is no default.",
                await plain.Content.ReadAsStringAsync(Ct)
            );
        }
        using var api = await AskAsync(proxy, 3000, "/");
        using var health = await AskAsync(proxy, 9090, "/-/healthy");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (api.StatusCode, health.StatusCode));
    }

    [Theory]
    [MemberData(nameof(Caddies.Suites), MemberType = typeof(Caddies))]
    public async Task A_browser_that_is_signed_in_cannot_be_made_to_stop_or_feed_a_service(string suite)
    {
        await using var proxy = await RunningProxy.StartAsync(suite);
        foreach (var path in (string[])["/-/quit", "/-/reload", "//-/quit", "/-/%71uit"])
        {
            using var answer = await AskAsync(proxy, 9090, path, RunningProxy.Password, method: "POST");
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }
        using var alert = await AskAsync(proxy, 9094, "/alerts", RunningProxy.Password, method: "POST");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, alert.StatusCode);
    }

    [Theory]
    [MemberData(nameof(Caddies.Suites), MemberType = typeof(Caddies))]
    public async Task Guessing_does_not_slow_the_API_down(string suite)
    {
        await using var proxy = await RunningProxy.StartAsync(suite);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var guessers = Enumerable.Range(0, 30).Select(who => GuessAsync(proxy, who, end.Token)).ToList();

        await using (var traffic = new Traffic(proxy.Address(3000)))
        {
            // With a bcrypt for each guess there were 2 a second, and so many took a quarter of an hour.
            await Eventually.TrueAsync(
                () => traffic.Answered > 2000,
                TimeSpan.FromMinutes(2),
                () => $"2000 requests are answered; so far {traffic.Answered}"
            );
            await traffic.EndAsync();
        }
        await end.CancelAsync();
        await Task.WhenAll(guessers);
    }

    [Theory]
    [MemberData(nameof(Caddies.Suites), MemberType = typeof(Caddies))]
    public async Task The_password_is_in_no_log_no_argument_and_no_configuration(string suite)
    {
        await using var proxy = await RunningProxy.StartAsync(suite);
        using var member = await AskAsync(proxy, 9090, "/", RunningProxy.Password);
        await proxy.Behind("prometheus").StopAsync();
        using var failed = await AskAsync(proxy, 9090, "/", RunningProxy.Password);
        await proxy.ReloadAsync();

        var configuration = await proxy.Http.GetStringAsync(proxy.Address(2019, "/config/"), Ct);
        var arguments = await Shell.RunAsync("/", new Dictionary<string, string>(), "ps", "-eo", "args");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.BadGateway), (member.StatusCode, failed.StatusCode));
        Assert.All(
            (string[])[proxy.Log, configuration, arguments.Output],
            text =>
            {
                Assert.DoesNotContain(RunningProxy.Password, text, StringComparison.Ordinal);
                Assert.DoesNotContain(Token("benevoclic", RunningProxy.Password), text, StringComparison.Ordinal);
            }
        );
    }

    [Theory]
    [MemberData(nameof(Caddies.Suites), MemberType = typeof(Caddies))]
    public async Task With_a_domain_the_API_is_also_there_with_a_certificate_and_pages_refuse_plain_http(string suite)
    {
        await using var proxy = await RunningProxy.StartAsync(suite, domain: "localhost");
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        handler.SslOptions.CertificateChainPolicy = proxy.Trust();
        using var https = new HttpClient(handler);
        https.DefaultRequestHeaders.Authorization = new("Basic", Token("benevoclic", RunningProxy.Password));

        // The certificate is made in the background.
        await Eventually.TrueAsync(
            async () => await IsSecuredAsync(https, proxy),
            TimeSpan.FromSeconds(20),
            () => $"a certificate for localhost; the proxy says: {proxy.Log}"
        );
        using var secured = await https.GetAsync(new Uri($"https://localhost:{proxy.Port(443)}/"), Ct);
        using var plain = await https.GetAsync(proxy.Address(3000), Ct);
        using var redirected = await https.GetAsync(new Uri($"http://localhost:{proxy.Port(80)}/a"), Ct);
        using var page = await https.GetAsync(new Uri($"https://localhost:{proxy.Port(9090)}/"), Ct);
        using var insecure = await https.GetAsync(proxy.Address(9090), Ct);

        Assert.Contains(
            "X-Forwarded-Proto: https",
            await secured.Content.ReadAsStringAsync(Ct),
            StringComparison.Ordinal
        );
        Assert.Equal(
            [HttpStatusCode.OK, HttpStatusCode.PermanentRedirect, HttpStatusCode.OK, HttpStatusCode.BadRequest],
            [plain.StatusCode, redirected.StatusCode, page.StatusCode, insecure.StatusCode]
        );
        Assert.Equal("https://localhost/a", redirected.Headers.Location?.ToString());
    }

    static async Task<bool> IsSecuredAsync(HttpClient https, RunningProxy proxy)
    {
        try
        {
            using var answer = await https.GetAsync(new Uri($"https://localhost:{proxy.Port(443)}/"), Ct);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    static async Task GuessAsync(RunningProxy proxy, int who, CancellationToken ct)
    {
        for (var i = 0; !ct.IsCancellationRequested; i++)
        {
            using var answer = await AskAsync(proxy, 9090, "/", $"{who}-{i}");
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            await Task.Delay(20, CancellationToken.None);
        }
    }

    static async Task<HttpResponseMessage> AskAsync(
        RunningProxy proxy,
        int port,
        string path,
        string? password = null,
        string name = "benevoclic",
        string method = "GET",
        string? header = null
    )
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), proxy.Address(port, path));
        if (password is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Token(name, password));
        }
        else if (header is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", header);
        }
        return await proxy.Http.SendAsync(request, CancellationToken.None);
    }

    static string Token(string name, string password) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes($"{name}:{password}"));

    static async Task<HttpStatusCode> StatusOfRawAsync(RunningProxy proxy, int port, string path) =>
        (HttpStatusCode)
            int.Parse(
                (await AnswerOfRawAsync(proxy, port, path)).Split(' ')[1],
                System.Globalization.CultureInfo.InvariantCulture
            );

    /// <summary>The path as it is written, which .NET's own client would tidy up first.</summary>
    static async Task<string> AnswerOfRawAsync(RunningProxy proxy, int port, string path)
    {
        using var client = new System.Net.Sockets.TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, proxy.Port(port), Ct);
        await using var stream = client.GetStream();
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"),
            Ct
        );
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(Ct);
    }
}

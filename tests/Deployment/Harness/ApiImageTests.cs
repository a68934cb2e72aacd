using System.Net;

namespace Benevoclic.Deployment.Harness;

public sealed class ApiImageTests(SharedHost shared)
{
    static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(30);
    static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(2) };

    [Fact]
    public async Task The_api_names_its_release()
    {
        await using var api = await StartAsync(null);

        Assert.Equal((HttpStatusCode.OK, api.Release), await api.AnswerAsync());
    }

    [Fact]
    public async Task Two_tags_are_two_images()
    {
        var host = await shared.GetAsync();

        Assert.NotEqual(await host.AddApiImageAsync("one"), await host.AddApiImageAsync("two"));
    }

    [Fact]
    public async Task One_exits_at_once()
    {
        await using var api = await StartAsync(Defect.ExitsAtOnce);

        await api.EndsAsync();
        var state = (await api.Host.InspectAsync(api.Name)).GetProperty("State");
        Assert.Equal(3, state.GetProperty("ExitCode").GetInt32());
    }

    [Fact]
    public async Task One_takes_requests_and_never_answers()
    {
        await using var api = await StartAsync(Defect.NeverAnswers);

        await Eventually.TrueAsync(api.IsLeftWaitingAsync, StartLimit, () => "it answers, or does not listen");
    }

    [Fact]
    public async Task One_answers_500()
    {
        await using var api = await StartAsync(Defect.Answers500);

        Assert.Equal(HttpStatusCode.InternalServerError, (await api.AnswerAsync()).Status);
    }

    [Fact]
    public async Task One_answers_with_the_wrong_release()
    {
        await using var api = await StartAsync(Defect.WrongRelease);

        Assert.Equal((HttpStatusCode.OK, "another-release"), await api.AnswerAsync());
    }

    [Fact]
    public async Task One_eats_memory_until_it_is_killed()
    {
        await using var api = await StartAsync(Defect.EatsMemory);

        await api.EndsAsync();
        // Not OOMKilled: containerd looks for the reason in a control group that is often gone by then, and Docker then says false.
        var state = (await api.Host.InspectAsync(api.Name)).GetProperty("State");
        Assert.Equal(137, state.GetProperty("ExitCode").GetInt32());
    }

    [Fact]
    public async Task One_lacks_a_metric()
    {
        await using var api = await StartAsync(Defect.LacksAMetric);

        Assert.Equal((HttpStatusCode.OK, api.Release), await api.AnswerAsync());
        var scrape = await Http.GetStringAsync(
            api.Host.Address(3000, "/metrics"),
            TestContext.Current.CancellationToken
        );
        Assert.DoesNotContain("api_last_request_", scrape, StringComparison.Ordinal);
        Assert.Contains("dotnet_process_cpu_count", scrape, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_is_healthy_until_it_turns_bad()
    {
        await using var api = await StartAsync(Defect.TurnsBad, "BAD_API_AFTER=4");

        Assert.Equal((HttpStatusCode.OK, api.Release), await api.AnswerAsync());
        await Eventually.TrueAsync(
            async () => (await api.AnswerAsync()).Status == HttpStatusCode.InternalServerError,
            StartLimit,
            () => "it stays healthy"
        );
    }

    async Task<RunningApi> StartAsync(Defect? defect, string variable = "UNUSED=")
    {
        var host = await shared.FreshAsync();
        var release = defect?.Name ?? "good";
        await host.AddApiImageAsync(release, defect);
        var id = await host.DockerAsync(
            "run",
            "--detach",
            "--memory=256m",
            "--publish=3000:3000",
            "--tmpfs=/data:mode=1777",
            "--env=ASPNETCORE_URLS=http://0.0.0.0:3000",
            "--env=BENEVOCLIC_DATA=/data",
            $"--env=BENEVOCLIC_RELEASE={release}",
            $"--env={variable}",
            $"benevoclic/api:{release}"
        );
        return new RunningApi(host, id, release);
    }

    sealed class RunningApi(TestHost host, string name, string release) : IAsyncDisposable
    {
        public TestHost Host => host;

        public string Name => name;

        public string Release => release;

        public Uri Address => host.Address(3000, "/health");

        /// <summary>Its first answer, once it listens.</summary>
        public async Task<(HttpStatusCode Status, string Release)> AnswerAsync()
        {
            HttpResponseMessage? answer = null;
            await Eventually.TrueAsync(
                async () => (answer = await TryGetAsync()) is not null,
                StartLimit,
                () => "no answer"
            );
            return (
                answer!.StatusCode,
                answer.Headers.TryGetValues("X-Benevoclic-Release", out var names) ? names.First() : ""
            );
        }

        /// <summary>It took our request, and after two seconds has said nothing.</summary>
        public async Task<bool> IsLeftWaitingAsync()
        {
            try
            {
                await TryGetAsync();
                return false;
            }
            catch (TaskCanceledException)
            {
                return true;
            }
        }

        public Task EndsAsync() =>
            Eventually.TrueAsync(
                async () => (await host.ContainersAsync()).Single(container => container.Id == name).State == "exited",
                StartLimit,
                () => "it runs on"
            );

        public async ValueTask DisposeAsync() => await host.DockerAsync("rm", "--force", "--volumes", name);

        async Task<HttpResponseMessage?> TryGetAsync()
        {
            try
            {
                return await Http.GetAsync(Address);
            }
            catch (HttpRequestException)
            {
                return null;
            }
        }
    }
}

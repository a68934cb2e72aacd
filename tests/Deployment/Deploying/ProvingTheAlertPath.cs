namespace Benevoclic.Deployment.Deploying;

public sealed class ProvingTheAlertPath(SharedHost shared)
{
    const string Token = "a-token-that-no-log-may-show";

    [Fact]
    public async Task Is_one_message_on_Discord_when_its_second_end_arrives_and_one_for_each_deploy_after_it()
    {
        var host = await shared.GetAsync();
        await using var discord = await DiscordRecorder.StartAsync(host.Machine.Network.TestAddress);
        await host.ResetAsync();

        var first = await DeployAsync(host, discord, "relay", "alertmanager");
        Assert.True(first.ExitCode == 0, first.ToString());
        Assert.Contains("relay: alert path not proven: no alertmanager runs", first.Output, StringComparison.Ordinal);
        Assert.Matches(@"alertmanager: the test alert reached Discord in \d+\.\d s \(message \d+\)", first.Output);
        await TestIsOverAsync(host);
        var test = Assert.Single(TestsIn(discord));
        Assert.Equal("POST", test.Method);
        Assert.True(test.Mentions("alertmanager · 2"), test.Body);

        var second = await DeployAsync(host, discord, English, "relay");
        Assert.True(second.ExitCode == 0, second.ToString());
        Assert.Matches(@"relay: the test alert reached Discord in \d+\.\d s \(message \d+\)", second.Output);
        await TestIsOverAsync(host);
        Assert.Equal(2, TestsIn(discord).Count);
    }

    [Fact]
    public async Task Makes_of_two_ends_in_one_deploy_one_message()
    {
        var host = await shared.GetAsync();
        await using var discord = await DiscordRecorder.StartAsync(host.Machine.Network.TestAddress);
        await ServingAsync(host, discord);
        using var checkout = ChangedAlertmanager();

        var both = await DeployAsync(host, discord, English, checkout, "relay", "alertmanager");

        Assert.True(both.ExitCode == 0, both.ToString());
        await Eventually.TrueAsync(
            () => TestsIn(discord).Count == 3,
            TimeSpan.FromSeconds(10),
            () => string.Join('\n', discord.Posts)
        );
        var tests = TestsIn(discord);
        Assert.Equal(["POST", "POST", "PATCH"], tests.Select(post => post.Method));
        Assert.True(tests[2].Mentions("relay · 2"), tests[2].Body);
        Assert.True(tests[2].Mentions("alertmanager · 2"), tests[2].Body);
    }

    [Theory]
    [InlineData(404, "Discord answered 404: a refusal")]
    [InlineData(500, "Discord answered 500: a refusal")]
    public async Task Undoes_a_relay_that_Discord_refuses(int status, string says)
    {
        var host = await shared.GetAsync();
        await using var discord = await DiscordRecorder.StartAsync(host.Machine.Network.TestAddress);
        await ServingAsync(host, discord);
        var before = await ReleasesAsync(host);
        discord.Status = status;

        var refused = await DeployAsync(host, discord, English, "relay");

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains(says, refused.Error, StringComparison.Ordinal);
        Assert.Contains("Check DISCORD_WEBHOOK_URL", refused.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(Token, refused.ToString(), StringComparison.Ordinal);
        Assert.Equal(before, await ReleasesAsync(host));
    }

    [Fact]
    public async Task Undoes_a_configuration_whose_alerts_do_not_arrive()
    {
        var host = await shared.GetAsync();
        await using var discord = await DiscordRecorder.StartAsync(host.Machine.Network.TestAddress);
        await ServingAsync(host, discord);
        var before = await ReleasesAsync(host);
        var live = host.FileOf("services/alertmanager/live/alertmanager.yml");
        var good = await File.ReadAllTextAsync(live, TestContext.Current.CancellationToken);
        using var checkout = ChangedAlertmanager("benevoclic-relay:9094", "benevoclic-relay:9095");

        var lost = await DeployAsync(host, discord, [], checkout, "alertmanager");

        Assert.Equal(1, lost.ExitCode);
        Assert.Contains("had not come from alertmanager to the relay", lost.Error, StringComparison.Ordinal);
        Assert.Equal(before, await ReleasesAsync(host));
        Assert.Equal(good, await File.ReadAllTextAsync(live, TestContext.Current.CancellationToken));
        Assert.Single(TestsIn(discord));
    }

    [Fact]
    public async Task Ends_at_the_relay_where_Discord_is_not_configured()
    {
        var host = await shared.GetAsync();
        await host.ResetAsync();

        var deploy = await DeployAsync(host, null, "relay", "alertmanager");

        Assert.True(deploy.ExitCode == 0, deploy.ToString());
        Assert.Matches(
            @"alertmanager: the test alert reached the relay in \d+\.\d s; Discord is not configured \(DISCORD_WEBHOOK_URL is not set\)",
            deploy.Output
        );
    }

    [Fact]
    public async Task How_a_deploy_ended_is_a_message_too()
    {
        var host = await shared.GetAsync();
        await using var discord = await DiscordRecorder.StartAsync(host.Machine.Network.TestAddress);
        await ServingAsync(host, discord);

        await Eventually.TrueAsync(
            () => discord.Posts.Any(post => post.Mentions("relay") && post.Title == "Mise à jour réussie"),
            TimeSpan.FromSeconds(20),
            () => string.Join('\n', discord.Posts)
        );
    }

    static List<DiscordPost> TestsIn(DiscordRecorder discord) =>
        [.. discord.Posts.Where(post => post.Mentions("est son essai") || post.Mentions("is its test"))];

    /// <summary>Another container of the same image.</summary>
    static Dictionary<string, string> English => new() { ["BENEVOCLIC_LOCALE"] = "en" };

    static async Task ServingAsync(TestHost host, DiscordRecorder discord)
    {
        await host.ResetAsync();
        var deploy = await DeployAsync(host, discord, "relay", "alertmanager");
        Assert.True(deploy.ExitCode == 0, deploy.ToString());
    }

    static Checkout ChangedAlertmanager(string from = "receiver: relay\n", string to = "receiver: relay # changed\n")
    {
        var checkout = new Checkout();
        var file = checkout.PathOf("stack/alertmanager/alertmanager.yml");
        File.WriteAllText(file, File.ReadAllText(file).Replace(from, to, StringComparison.Ordinal));
        return checkout;
    }

    static Task<CommandResult> DeployAsync(TestHost host, DiscordRecorder? discord, params string[] services) =>
        DeployAsync(host, discord, [], null, services);

    static Task<CommandResult> DeployAsync(
        TestHost host,
        DiscordRecorder? discord,
        Dictionary<string, string> more,
        params string[] services
    ) => DeployAsync(host, discord, more, null, services);

    static Task<CommandResult> DeployAsync(
        TestHost host,
        DiscordRecorder? discord,
        Dictionary<string, string> more,
        Checkout? checkout,
        params string[] services
    )
    {
        var variables = Scenario.Variables("built");
        variables["DISCORD_WEBHOOK_URL"] = discord?.WebhookUrl ?? "";
        foreach (var (name, value) in more)
        {
            variables[name] = value;
        }
        return Scenario.Start(host, ["deploy", .. services, "--yes"], variables, checkout).WaitAsync();
    }

    /// <summary>Which release has the name of which service, and runs.</summary>
    static async Task<IReadOnlyList<(string, string)>> ReleasesAsync(TestHost host) =>
        [
            .. (await host.ContainersAsync())
                .Where(container => container.IsRunning)
                .Select(container => (container.Name, container.Labels["benevoclic.release"]))
                .Order(),
        ];

    /// <summary>The relay has heard that the test alert ended: whatever it has to say about it has been said.</summary>
    static Task TestIsOverAsync(TestHost host) =>
        Eventually.TrueAsync(
            async () =>
                (await MetricsAsync(host)).Contains(
                    "alertname=\"AlertPathTest\",status=\"resolved\"",
                    StringComparison.Ordinal
                ),
            TimeSpan.FromSeconds(30),
            () => "the relay did not hear of the end of the test alert"
        );

    static Task<string> MetricsAsync(TestHost host) =>
        host.Machine.ShellAsync(
            "curl -s http://$(docker inspect -f '{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}' benevoclic-relay):9094/metrics"
        );
}

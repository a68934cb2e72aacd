using Benevoclic.Cli.Config;
using Benevoclic.Cli.Proofs;
using Benevoclic.Cli.Stack;

namespace Benevoclic.Cli.Tests.Stack;

/// <summary>The keys of a compose file that matter on a server only.</summary>
public sealed class DeployKeysTests : IDisposable
{
    readonly TemporaryFolder _folder = new();
    readonly Problems _problems = new();

    public void Dispose() => _folder.Dispose();

    string Said => string.Join('\n', _problems.Found);

    Service Read(string ours, string environment = "{}")
    {
        _folder.Write(
            "stack/door/compose.yaml",
            $"""
            services:
              door:
                image: door:1
                environment: {environment}
            x-benevoclic:
              port: 1
              probe: /
              {ours}
            """
        );
        return ServiceFile.Read(_folder.In("stack", "door"), _problems)!;
    }

    [Theory]
    [InlineData("", "Pause")]
    [InlineData("backup: pause", "Pause")]
    [InlineData("backup: stop", "Stop")]
    [InlineData("backup: never", "Never")]
    public void A_backup_pauses_a_service_unless_it_says_something_else(string ours, string hold)
    {
        Assert.Equal(hold, Read(ours).Backup.ToString());
        Assert.Empty(_problems.Found);
    }

    [Fact]
    public void Another_word_for_backup_is_refused()
    {
        Read("backup: no");

        Assert.Equal(
            "stack/door/compose.yaml:8 x-benevoclic.backup: should be one of pause, stop, never, found \"no\"",
            Said
        );
    }

    [Theory]
    [InlineData("{A: \"${A:-}\", B: \"${B:-}\"}")]
    [InlineData("[\"A=${A:-}\", \"B=${B:-}\"]")]
    public void Secrets_are_variables_of_the_environment(string environment)
    {
        var service = Read("secrets: {A: required, B: optional}", environment);

        Assert.Equal([new ServiceSecret("A", true), new ServiceSecret("B", false)], service.Secrets);
        Assert.Empty(_problems.Found);
    }

    [Theory]
    [InlineData("{A: must}", "secrets.A: should be one of required, optional, found \"must\"")]
    [InlineData(
        "{C: required}",
        "secrets.C: should also be in the service's environment, where it is when started by hand"
    )]
    [InlineData("{B: required}", "secrets.B: should come from a variable; its value is written in the compose file")]
    [InlineData("[A]", "secrets: should be a list of `key: value` lines, found a list")]
    public void A_wrong_secret_is_said_with_its_place_and_without_its_value(string secrets, string says)
    {
        Read($"secrets: {secrets}", "{A: \"${A:-}\", B: hunter2}");

        Assert.Equal($"stack/door/compose.yaml:8 x-benevoclic.{says}", Said);
        Assert.DoesNotContain("hunter2", Said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_service_reloads_by_a_path_or_by_a_command_inside_its_container()
    {
        var byPath = Read("rollout: reload\n  reload: /-/reload");
        var byCommand = Read("rollout: reload\n  reload: [door, reload, --now]");

        Assert.Equal(("/-/reload", 0), (byPath.Reload, byPath.ReloadCommand.Count));
        Assert.Null(byCommand.Reload);
        Assert.Equal(["door", "reload", "--now"], byCommand.ReloadCommand);
        Assert.Empty(_problems.Found);
    }

    [Fact]
    public void A_service_may_be_an_end_of_the_alert_path()
    {
        Assert.Equal(AlertPathEnd.Exit, Read("alert_path: exit").AlertPath);
        Assert.Null(Read("").AlertPath);
        Assert.Empty(_problems.Found);
    }

    [Fact]
    public void An_alert_path_has_two_ends()
    {
        Read("alert_path: middle");

        Assert.Equal(
            "stack/door/compose.yaml:8 x-benevoclic.alert_path: should be one of entrance, exit, found \"middle\"",
            Said
        );
    }

    [Theory]
    [InlineData("rollout: reload\n  reload: []", "should be a path, or the words of a command")]
    [InlineData("rollout: swap\n  reload: [a]", "is used with rollout: reload only")]
    public void A_reload_that_makes_no_sense_is_refused(string ours, string says)
    {
        Read(ours);
        Assert.Contains(
            $"x-benevoclic.reload: {says}",
            Assert.Single(_problems.Found).ToString(),
            StringComparison.Ordinal
        );
    }
}

public sealed class ProofKeysTests : IDisposable
{
    readonly TemporaryFolder _folder = new();
    readonly Problems _problems = new();

    public void Dispose() => _folder.Dispose();

    string Said => string.Join('\n', _problems.Found);

    Service Read(
        string ours,
        string command = "[\"--config.file=/etc/it/deep/it.yml\"]",
        string volume = ".:/etc/it:ro"
    )
    {
        _folder.Write(
            "stack/it/compose.yaml",
            $"""
            services:
              it:
                image: it:1
                command: {command}
                volumes: ["{volume}"]
            x-benevoclic:
              port: 1
              probe: /
              {ours}
            """
        );
        return ServiceFile.Read(_folder.In("stack", "it"), _problems)!;
    }

    [Theory]
    [InlineData("[\"--config.file=/etc/it/deep/it.yml\"]")]
    [InlineData("it --verbose --config.file /etc/it/deep/it.yml")]
    public void The_file_that_must_be_active_is_the_one_that_the_command_names(string command)
    {
        Assert.Equal(
            new ActiveSource(ActiveKind.Prometheus, "deep/it.yml", "/etc/it"),
            Read("active: prometheus", command).Active
        );
        Assert.Empty(_problems.Found);
    }

    [Theory]
    [InlineData("[it]", ".:/etc/it:ro")]
    [InlineData("[\"--config.file=/etc/other/it.yml\"]", ".:/etc/it:ro")]
    [InlineData("[\"--config.file=/etc/it/it.yml\"]", "data:/etc/it")]
    [InlineData("[it, --config.file]", ".:/etc/it:ro")]
    public void Without_such_a_file_nothing_can_be_compared(string command, string volume)
    {
        Assert.Null(Read("active: alertmanager", command, volume).Active);
        Assert.Equal(
            "stack/it/compose.yaml:9 x-benevoclic.active: needs its folder mounted (`- .:/etc/alertmanager:ro`) and a command that names a file in it (`--config.file=/etc/alertmanager/alertmanager.yml`)",
            Said
        );
    }

    [Fact]
    public void Metrics_have_a_place_and_may_come_later()
    {
        var metrics = Read("metrics: {path: /numbers, later: [a, b]}").Metrics!;

        Assert.Equal("/numbers", metrics.Path);
        Assert.Equal(["a", "b"], metrics.Later);
        Assert.Empty(_problems.Found);
    }

    [Theory]
    [InlineData("active: caddy", "active: should be one of prometheus, alertmanager, found \"caddy\"")]
    [InlineData("metrics: {path: x}", "metrics.path: should be an HTTP path that starts with /, found \"x\"")]
    [InlineData("metrics: {later: [a]}", "metrics.path: is required")]
    [InlineData("metrics: {path: /, late: [a]}", "metrics.late: is not a key here; did you mean later?")]
    [InlineData("metrics: /metrics", "metrics: should be a list of `key: value` lines, found \"/metrics\"")]
    public void A_wrong_key_is_said_with_what_is_allowed(string ours, string says)
    {
        Read(ours);
        Assert.Equal($"stack/it/compose.yaml:9 x-benevoclic.{says}", Said);
    }
}

public sealed class TheDoorsOfThisRepositoryTests
{
    static readonly Checkout Ours = Checkout.Read(Repository.Root, new Dictionary<string, string>(), new Problems());

    [Fact]
    public void Only_the_proxy_publishes_ports() =>
        Assert.Equal(["proxy"], Ours.Stack.Services.Where(PublishesPorts).Select(service => service.Name));

    [Fact]
    public void What_is_secret_is_declared() =>
        Assert.Equal(
            [
                "alertmanager DISCORD_WEBHOOK_URL optional",
                "api AWS_ACCESS_KEY_ID optional",
                "api AWS_BUCKET_NAME optional",
                "api AWS_REGION optional",
                "api AWS_SECRET_ACCESS_KEY optional",
                "api FIREBASE_API_KEY optional",
                "api FIREBASE_CLIENT_EMAIL optional",
                "api FIREBASE_PRIVATE_KEY optional",
                "api FIREBASE_PROJECT_ID optional",
                "api MONGODB_DB_NAME optional",
                "api MONGODB_URL optional",
                "api WEBHOOK_SUPPORT_URL optional",
                "proxy MONITORING_PASSWORD required",
                "relay DISCORD_SECOND_WEBHOOK_URL optional",
                "relay DISCORD_WEBHOOK_URL optional",
            ],
            Ours.Stack.Services.SelectMany(
                    service => service.Secrets,
                    (service, secret) => $"{service.Name} {secret.Name} {(secret.IsRequired ? "required" : "optional")}"
                )
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    public void An_alert_goes_from_Alertmanager_to_the_relay() =>
        Assert.Equal(
            ("alertmanager", "relay"),
            (Ours.Stack.At(AlertPathEnd.Entrance)?.Name, Ours.Stack.At(AlertPathEnd.Exit)?.Name)
        );

    static bool PublishesPorts(Service service) =>
        File.ReadLines(Path.Combine(service.Folder, ServiceFile.FileName))
            .Any(line => line.TrimStart().StartsWith("ports:", StringComparison.Ordinal));
}

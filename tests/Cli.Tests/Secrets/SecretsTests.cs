using Benevoclic.Cli.Secrets;
using Benevoclic.Cli.Servers;
using Benevoclic.Cli.Stack;

namespace Benevoclic.Cli.Tests.Secrets;

public sealed class SecretsTests
{
    const string Value = "a-value-that-nobody-may-see";

    static readonly Dictionary<string, string> Nothing = [];

    [Fact]
    public void A_secret_that_several_need_is_listed_once_with_all_of_them()
    {
        var webhook = List([], []).Single(secret => secret.Name == "DISCORD_WEBHOOK_URL");

        Assert.Equal("watch, relay (optional)", webhook.By);
        Assert.True(webhook.IsMissing);
    }

    [Theory]
    [InlineData("relay", false)]
    [InlineData("watch", true)]
    public void Whether_it_is_missing_depends_on_who_needs_it(string use, bool missing) =>
        Assert.Equal(missing, List([], [use]).Single(secret => secret.Name == "DISCORD_WEBHOOK_URL").IsMissing);

    [Fact]
    public void What_benevoclic_yaml_says_is_not_missing()
    {
        var checkout = Made();
        var host = checkout.Installation.Host with { Address = "vps.example.org" };
        checkout = checkout with { Installation = checkout.Installation with { Host = host } };

        var listed = SecretList.Of(checkout, Nothing, ["deploy"]);

        Assert.Equal("in benevoclic.yaml", listed.Single(secret => secret.Name == "VPS_HOST").Place);
        Assert.Null(listed.Single(secret => secret.Name == "OVH_SSH_KEY").Place);
    }

    [Fact]
    public void All_missing_ones_are_named_at_once_with_what_to_type_where_we_are()
    {
        var secrets = List(new() { ["DOCKERHUB_USERNAME"] = "marie" }, ["deploy", "build", "proxy"]);

        var here = Refusal(secrets, Nothing);
        var there = Refusal(secrets, new() { ["GITHUB_ACTIONS"] = "true" });

        string[] missing =
        [
            "VPS_HOST",
            "VPS_USERNAME",
            "VPS_HOST_KEY",
            "OVH_SSH_KEY",
            "DOCKERHUB_TOKEN",
            "MONITORING_PASSWORD",
        ];
        Assert.All(missing, name => Assert.Contains($"  {name}, needed by", here.Message, StringComparison.Ordinal));
        Assert.DoesNotContain("DOCKERHUB_USERNAME", here.Message, StringComparison.Ordinal);
        Assert.Equal(["Type:", .. missing.Select(name => $"export {name}=…")], here.Next!.Split('\n'));
        Assert.Equal(["Type:", .. missing.Select(name => $"gh secret set {name}")], there.Next!.Split('\n'));
    }

    [Fact]
    public void A_preflight_names_what_is_missing_and_shows_no_value()
    {
        var environment = new Dictionary<string, string> { ["MONITORING_PASSWORD"] = Value };
        var findings = MissingSecrets.Findings(List(environment, ["proxy", "relay", "build"]), environment).ToList();

        Assert.Equal(
            [
                (Verdict.Problem, "The secret DOCKERHUB_USERNAME, needed by build, is not set here"),
                (Verdict.Problem, "The secret DOCKERHUB_TOKEN, needed by build, is not set here"),
                (Verdict.Good, "The secret MONITORING_PASSWORD, needed by proxy, is set"),
            ],
            findings.Select(finding => (finding.Verdict, finding.Text))
        );
    }

    [Fact]
    public void The_lines_for_GitHub_name_each_once_and_hold_no_value()
    {
        var lines = SecretLines.ForGitHub(List(new() { ["VPS_HOST"] = Value }, ["deploy", "relay"])).ToList();

        Assert.Equal(
            ["VPS_HOST", "VPS_USERNAME", "VPS_HOST_KEY", "OVH_SSH_KEY", "DISCORD_WEBHOOK_URL"],
            lines.Select(line => line.Split(' ')[3])
        );
        Assert.All(lines, line => Assert.StartsWith("gh secret set ", line, StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains(Value, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_command_lists_refuses_and_never_shows_a_value()
    {
        await using var made = new MadeCheckout();
        made.With("one", compose: "environment: {TOKEN: \"${TOKEN:-}\"}", ours: "secrets: {TOKEN: required}");
        made.Environment["TOKEN"] = Value;

        var listed = await made.RunAsync("secrets");
        var missing = await made.RunAsync("secrets", "--check", "one", "watch");
        var unknown = await made.RunAsync("secrets", "onne");

        Assert.Equal(0, listed.ExitCode);
        Assert.Matches(@"\nTOKEN +one +set\n", listed.Output);
        Assert.Matches(@"\nOVH_SSH_KEY +deploy +not set\n", listed.Output);
        Assert.DoesNotContain(Value, $"{listed}{missing}", StringComparison.Ordinal);
        Assert.Equal(2, missing.ExitCode);
        Assert.Contains("DISCORD_WEBHOOK_URL, needed by watch", missing.Error, StringComparison.Ordinal);
        Assert.Equal(2, unknown.ExitCode);
        Assert.Contains("did you mean one?", unknown.Error, StringComparison.Ordinal);
    }

    static CommandException Refusal(IReadOnlyList<ListedSecret> secrets, Dictionary<string, string> environment) =>
        Assert.Throws<CommandException>(() => MissingSecrets.Refuse(secrets, environment));

    static IReadOnlyList<ListedSecret> List(Dictionary<string, string> environment, string[] uses) =>
        SecretList.Of(Made(), environment, uses);

    static Checkout Made() =>
        AService.InCheckout(
            "/nowhere",
            (AService.Named("proxy") with { Secrets = [new ServiceSecret("MONITORING_PASSWORD", true)] }, 80),
            (AService.Named("relay") with { Secrets = [new ServiceSecret("DISCORD_WEBHOOK_URL", false)] }, 9094)
        );
}

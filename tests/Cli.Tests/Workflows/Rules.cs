using System.Text.RegularExpressions;
using Benevoclic.Cli.Config;
using Benevoclic.Cli.Secrets;
using Benevoclic.Harness.Workflows;
using YamlDotNet.RepresentationModel;

namespace Benevoclic.Cli.Tests.Workflows;

/// <summary>What every workflow keeps to.</summary>
public sealed partial class Rules
{
    static readonly string[] Given = ["GITHUB_TOKEN"];

    public static TheoryData<string> Files => [.. WorkflowFile.All.Select(file => file.Name)];

    static string Action => File.ReadAllText(Path.Combine(Repository.Root, ".github/actions/benevoclic/action.yml"));

    [Fact]
    public void Every_action_of_others_is_pinned_by_its_commit_and_says_its_version()
    {
        var uses = WorkflowFile
            .All.Select(file => file.Text)
            .Append(Action)
            .SelectMany(text => Uses().Matches(text))
            .ToList();

        Assert.NotEmpty(uses);
        Assert.All(
            uses.Select(use => use.Groups["what"].Value.Trim()),
            what => Assert.Matches(@"^(\./\.github/\S+|[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)$", what)
        );
    }

    [Fact]
    public void One_action_is_used_in_one_version() =>
        Assert.All(
            WorkflowFile
                .All.Select(file => file.Text)
                .Append(Action)
                .SelectMany(text => Uses().Matches(text))
                .Select(use => use.Groups["what"].Value.Trim().Split('@'))
                .Where(parts => parts.Length == 2)
                .GroupBy(parts => string.Join('/', parts[0].Split('/')[..2]), parts => parts[1]),
            versions => Assert.Single(versions.Distinct())
        );

    [Theory]
    [MemberData(nameof(Files))]
    public void It_may_read_the_code_and_no_more_unless_a_job_says_so(string file) =>
        Assert.Equal(
            new Dictionary<string, string> { ["contents"] = "read" },
            WorkflowFile.Named(file).Root.Texts("permissions")
        );

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_job_ends_by_itself(string file) =>
        Assert.All(
            WorkflowFile.Named(file).Jobs.Values.Where(job => job.Text("uses") is null),
            job => Assert.InRange(int.Parse(job.Text("timeout-minutes") ?? "0"), 1, 90)
        );

    /// <summary>What an expression puts into a script is read by the shell: a title could be a command, and a secret an argument.</summary>
    [Theory]
    [MemberData(nameof(Files))]
    public void No_script_has_an_expression_in_it(string file) =>
        Assert.All(
            Steps(WorkflowFile.Named(file)).Select(step => step.Text("run") ?? ""),
            script => Assert.DoesNotContain("${{", script, StringComparison.Ordinal)
        );

    [Theory]
    [MemberData(nameof(Files))]
    public void No_checkout_leaves_a_token_behind(string file) =>
        Assert.All(
            Steps(WorkflowFile.Named(file)).Where(step => step.Text("uses")?.StartsWith("actions/checkout@") == true),
            step => Assert.Equal("false", step.Texts("with").GetValueOrDefault("persist-credentials"))
        );

    [Fact]
    public void Whoever_enters_the_server_waits_in_one_queue_and_is_never_cancelled()
    {
        var entering = WorkflowFile
            .All.SelectMany(file => file.Jobs.Values)
            .Where(job => job.Maps("steps").Any(step => Enters().IsMatch(step.Text("run") ?? "")))
            .ToList();

        Assert.Equal(2, entering.Count);
        Assert.All(
            entering,
            job =>
                Assert.Equal(
                    new Dictionary<string, string>
                    {
                        ["group"] = "benevoclic-production",
                        ["cancel-in-progress"] = "false",
                        ["queue"] = "max",
                    },
                    job.Texts("concurrency")
                )
        );
    }

    [Fact]
    public void Every_secret_that_workflows_name_is_one_of_the_list_and_the_other_way_round()
    {
        var checkout = Checkout.Read(Repository.Root, new Dictionary<string, string>(), new Problems());
        var listed = SecretList.Of(checkout, new Dictionary<string, string>(), []).Select(secret => secret.Name);
        var named = WorkflowFile
            .All.SelectMany(file => Secret().Matches(file.Text), (_, secret) => secret.Groups["name"].Value)
            .Distinct();

        Assert.Equal(listed.Order(), named.Except(Given).Order());
    }

    /// <summary>Else a deploy from GitHub takes away what a deploy from somebody's desk has set.</summary>
    [Theory]
    [InlineData("deploy.yml")]
    [InlineData("ci.yml")]
    public void What_a_compose_file_asks_for_can_be_set_for_a_workflow_too(string file)
    {
        // Set by the command, for Docker Compose by hand, or the same everywhere and so in benevoclic.yaml.
        string[] elsewhere =
        [
            "BENEVOCLIC_RELEASE",
            "BENEVOCLIC_UPSTREAMS",
            "BENEVOCLIC_BIND",
            "BENEVOCLIC_LOCALE",
            "BENEVOCLIC_ENGINE",
            "BENEVOCLIC_REPLICAS",
        ];
        var asked = Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "stack"), "compose.yaml", SearchOption.AllDirectories)
            .SelectMany(
                path => Variable().Matches(File.ReadAllText(path)),
                (_, variable) => variable.Groups["name"].Value
            )
            .Where(name => !name.StartsWith("BENEVOCLIC_PORTS__", StringComparison.Ordinal))
            .Distinct()
            .Except(elsewhere)
            .ToList();

        Assert.Contains("MONGODB_URL", asked);
        var text = WorkflowFile.Named(file).Text;
        Assert.Equal([], asked.Where(name => !text.Contains($" {name}: ", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("deploy.yml")]
    [InlineData("deploy-api.yml")]
    [InlineData("deploy-prometheus.yml")]
    [InlineData("deploy-alertmanager.yml")]
    [InlineData("deploy-grafana.yml")]
    [InlineData("deploy-node-exporter.yml")]
    public void A_deploy_by_hand_asks_for_the_services_and_whether_to_change_anything(string file)
    {
        var inputs = WorkflowFile.Named(file).On("workflow_dispatch")!.Map("inputs")!;

        Assert.Equal(["services", "dry_run"], inputs.Keys());
        Assert.Equal("false", inputs.Map("dry_run")!.Text("default"));
    }

    static IEnumerable<YamlMappingNode> Steps(WorkflowFile file) =>
        file.Jobs.Values.SelectMany(job => job.Maps("steps"));

    [GeneratedRegex(@"\buses: (?<what>.+)")]
    private static partial Regex Uses();

    [GeneratedRegex(@"\./benevoclic (deploy|rollback)\b")]
    private static partial Regex Enters();

    [GeneratedRegex(@"\$\{(?<name>[A-Z][A-Z0-9_]*)")]
    private static partial Regex Variable();

    [GeneratedRegex(@"\bsecrets\.(?<name>[A-Z_]+)")]
    private static partial Regex Secret();
}

using Benevoclic.Cli.Config;
using Benevoclic.Cli.Images;
using Benevoclic.Cli.Stack;
using Benevoclic.Harness.Workflows;

namespace Benevoclic.Cli.Tests.Workflows;

/// <summary>Which workflows a push starts, and which services they deploy, computed from the files themselves.</summary>
public sealed class DividingTheWork
{
    const string Body = "deploy.yml";

    static readonly ServiceStack Stack = ServiceStack.Load(Path.Combine(Repository.Root, "stack"), new Problems());

    [Theory]
    [InlineData("src/Api/Announcements/Announcement.cs", "deploy-api.yml: api relay")]
    [InlineData("stack/api/compose.yaml", "deploy-api.yml: api relay")]
    [InlineData("src/Relay/Program.cs", "deploy-api.yml: api relay")]
    [InlineData("Directory.Packages.props", "deploy-api.yml: api relay")]
    [InlineData("stack/prometheus/alert_rules.yml", "deploy-prometheus.yml: alertmanager prometheus")]
    [InlineData("stack/alertmanager/alertmanager.yml", "deploy-prometheus.yml: alertmanager prometheus")]
    [InlineData("stack/grafana/dashboards/api-metrics.json", "deploy-grafana.yml: grafana")]
    [InlineData("stack/node-exporter/compose.yaml", "deploy.yml: node-exporter proxy")]
    [InlineData("stack/proxy/Caddyfile", "deploy.yml: node-exporter proxy")]
    [InlineData("stack/a-new-service/compose.yaml", "deploy.yml: node-exporter proxy")]
    [InlineData(
        "benevoclic.yaml",
        "deploy-api.yml: api relay",
        "deploy-grafana.yml: grafana",
        "deploy-prometheus.yml: alertmanager prometheus",
        "deploy.yml: node-exporter proxy"
    )]
    [InlineData(
        "src/Api/Program.cs stack/proxy/Caddyfile",
        "deploy-api.yml: api relay",
        "deploy.yml: node-exporter proxy"
    )]
    [InlineData("README.md docs/RUNBOOKS.md")]
    [InlineData("src/Cli/Program.cs tests/Cli.Tests/Program.cs bench/run")]
    [InlineData(".github/workflows/deploy.yml")]
    public void A_push_starts_whoever_has_what_it_changes(string changed, params string[] started) =>
        Assert.Equal(started, Started(changed.Split(' ')).Select(one => $"{one.Name}: {Names(one.Services)}"));

    [Fact]
    public void Every_service_has_one_workflow_that_a_push_starts()
    {
        var deployed = Started(["benevoclic.yaml"]).SelectMany(one => one.Services).Select(service => service.Name);

        Assert.Equal(Stack.Services.Select(service => service.Name).Order(), deployed.Order());
    }

    [Fact]
    public void Whatever_a_service_is_made_from_starts_its_workflow()
    {
        foreach (var service in Stack.Services)
        {
            string[] sources =
            [
                $"stack/{service.Name}/compose.yaml",
                .. service.Local?.Project is { } project
                    ? ProgramSources
                        .Of(Repository.Root, project)
                        .Select(path => Directory.Exists(Path.Combine(Repository.Root, path)) ? $"{path}/x.cs" : path)
                    : [],
            ];
            Assert.All(
                sources,
                path => Assert.Single(Started([path]).SelectMany(one => one.Services), one => one.Name == service.Name)
            );
        }
    }

    [Theory]
    [InlineData("deploy.yml", "", "")]
    [InlineData("deploy.yml", "grafana proxy", "grafana proxy")]
    [InlineData("deploy-api.yml", "", "api relay")]
    [InlineData("deploy-api.yml", "relay", "relay")]
    [InlineData("deploy-alertmanager.yml", "", "relay alertmanager")]
    [InlineData("deploy-node-exporter.yml", "", "node-exporter")]
    public void By_hand_it_deploys_what_was_typed_or_its_own(string file, string typed, string which) =>
        Assert.Equal(which, Which(WorkflowFile.Named(file), "workflow_dispatch", typed));

    [Theory]
    [InlineData("deploy.yml", "push", "", false)]
    [InlineData("deploy.yml", "workflow_dispatch", "", true)]
    [InlineData("deploy.yml", "workflow_dispatch", "grafana", false)]
    [InlineData("deploy.yml", "workflow_dispatch", "api", true)]
    [InlineData("deploy-api.yml", "push", "", true)]
    [InlineData("deploy-alertmanager.yml", "workflow_dispatch", "", true)]
    [InlineData("deploy-grafana.yml", "push", "", false)]
    public void Images_are_made_when_one_of_ours_is_deployed(string file, string @event, string typed, bool made)
    {
        var services = Services(WorkflowFile.Named(file), @event, typed);
        var condition = WorkflowFile.Named(Body).Jobs["build"].Text("if")!;

        Assert.Equal(made, Expression.IsTrue(Expression.Evaluate(condition, Contexts(@event, services))));
    }

    static List<(string Name, IReadOnlyList<Service> Services)> Started(string[] changed) =>
        [
            .. WorkflowFile
                .All.Where(file => file.Name.StartsWith("deploy", StringComparison.Ordinal))
                .Where(file => file.StartsOnPush(changed))
                .Select(file => (file.Name, Deployed(Which(file, "push", "")))),
        ];

    /// <summary>The words that the body of all deploys hands to the command.</summary>
    static string Which(WorkflowFile file, string @event, string typed) =>
        Expression.Fill(
            WorkflowFile.Named(Body).Root.Texts("env")["SERVICES"],
            Contexts(@event, Services(file, @event, typed))
        );

    /// <summary>The input `services` as the body gets it: from whoever starts it, or from the workflow that calls it.</summary>
    static string Services(WorkflowFile file, string @event, string typed)
    {
        if (file.Name == Body)
        {
            return typed;
        }
        var call = file.Jobs.Values.Single();
        Assert.Equal($"./{WorkflowFile.Folder}/{Body}", call.Text("uses"));
        return Expression.Fill(call.Texts("with")["services"], Contexts(@event, typed));
    }

    static Dictionary<string, object?> Contexts(string @event, string services) =>
        new()
        {
            ["github"] = new Dictionary<string, object?> { ["event_name"] = @event },
            ["inputs"] = new Dictionary<string, object?> { ["services"] = services, ["dry_run"] = false },
        };

    /// <summary>As the command reads them: see ServiceChoice.</summary>
    static IReadOnlyList<Service> Deployed(string which) =>
        which.Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
        {
            ["--except", .. var except] => Stack.Choose([], except),
            var names => Stack.Choose(names),
        };

    static string Names(IReadOnlyList<Service> services) =>
        string.Join(' ', services.Select(service => service.Name).Order());
}

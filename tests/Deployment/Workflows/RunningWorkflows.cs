using Benevoclic.Deployment.Deploying;
using Benevoclic.Harness.Workflows;

namespace Benevoclic.Deployment.Workflows;

/// <summary>Each deploy workflow, step by step as GitHub would run it, from its trigger to the server.</summary>
[Collection(OnTheSecondHost.Name)]
public sealed class RunningWorkflows(SecondHost shared, Workspace workspace) : IClassFixture<Workspace>
{
    const string Account = "marie";

    static readonly Dictionary<string, string> Nothing = [];

    [Fact]
    public async Task Without_secrets_the_first_step_names_all_of_them_and_nothing_is_connected_to()
    {
        var host = await shared.GetAsync();
        var start = Start(host, "workflow_dispatch") with { Secrets = Nothing };

        var all = await WorkflowRun.RunAsync(start, "deploy.yml");
        var grafana = await WorkflowRun.RunAsync(start, "deploy-grafana.yml");
        var back = await WorkflowRun.RunAsync(start, "rollback.yml");

        Assert.Equal(("failure", "skipped"), (all.Jobs["build"], all.Jobs["deploy"]));
        Says(all, "gh secret set DOCKERHUB_USERNAME", "gh secret set DOCKERHUB_TOKEN");
        Assert.Equal(("skipped", "failure"), (grafana.Jobs["deploy/build"], grafana.Jobs["deploy/deploy"]));
        Says(grafana, "gh secret set VPS_HOST", "gh secret set VPS_USERNAME", "gh secret set OVH_SSH_KEY");
        Assert.Equal("failure", back.Jobs["rollback"]);
        Says(back, "gh secret set VPS_HOST_KEY", "gh secret set OVH_SSH_KEY");
    }

    [Fact]
    public async Task A_push_builds_deploys_and_can_be_rolled_back()
    {
        var host = await shared.FreshAsync();
        var byHand = Start(host, "workflow_dispatch");
        var push = byHand with { Event = "push" };
        Dictionary<string, string> first = new() { ["services"] = "api proxy", ["dry_run"] = "false" };

        var planned = await WorkflowRun.RunAsync(
            byHand,
            "deploy.yml",
            new Dictionary<string, string>(first) { ["services"] = "proxy", ["dry_run"] = "true" }
        );
        Succeeded(planned, "skipped");
        Says(planned, "### Plan for", "| proxy | start | not there yet |");
        Assert.Empty(await host.ContainersAsync());

        var deployed = await WorkflowRun.RunAsync(byHand, "deploy.yml", first);
        Succeeded(deployed, "success");
        Says(deployed, "tested: unit", "### Preflight", "| api | start |", "✅ committed", "**Deployed ");
        var release = await Scenario.LiveReleaseAsync(host);

        await workspace.ChangeAsync("src/Api/Program.cs", text => $"// Another.\n{text}");
        var pushed = await WorkflowRun.RunAsync(push, "deploy-api.yml");
        Succeeded(pushed, "success", "deploy/");
        Says(pushed, "| api | swap, no request lost | image: ", "benevoclic-relay:", "is there already");
        Assert.NotEqual(release, await Scenario.LiveReleaseAsync(host));

        var again = await WorkflowRun.RunAsync(push, "deploy-api.yml");
        Succeeded(again, "success", "deploy/");
        Says(again, "**Nothing to do, found out in ");

        var back = await WorkflowRun.RunAsync(
            byHand,
            "rollback.yml",
            new Dictionary<string, string> { ["service"] = "api" }
        );
        Assert.True(back.Jobs["rollback"] == "success", back.ToString());
        Says(back, "### Way back on", release, "✅ committed");
        Assert.Equal(release, await Scenario.LiveReleaseAsync(host));

        // The server's name is no secret to a log of ours; GitHub masks it in its own.
        string[] secrets = ["OVH_SSH_KEY", "DOCKERHUB_TOKEN", "MONITORING_PASSWORD"];
        var written = string.Concat(
            new[] { planned, deployed, pushed, again, back }.Select(run => run.Log + run.Summary)
        );
        Assert.All(secrets, name => Assert.DoesNotContain(byHand.Secrets[name], written, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("deploy-grafana.yml", "grafana")]
    [InlineData("deploy-prometheus.yml", "alertmanager prometheus")]
    [InlineData("deploy-node-exporter.yml", "node-exporter")]
    public async Task A_targeted_workflow_brings_its_own_services_and_no_other(string file, string services)
    {
        var host = await shared.FreshAsync();
        var @event = WorkflowFile.Named(file).StartsOn("push") ? "push" : "workflow_dispatch";

        var run = await WorkflowRun.RunAsync(Start(host, @event), file);

        Succeeded(run, "skipped", "deploy/");
        var running = (await host.ContainersAsync()).Where(container => container.IsRunning);
        Assert.Equal(
            services.Split(' ').Select(name => $"benevoclic-{name}"),
            running.Select(container => container.Name).Order()
        );
    }

    RunStart Start(TestHost host, string @event)
    {
        var known = host.Environment;
        var registry = host.Registry.Address;
        return new RunStart(
            workspace.Root,
            @event,
            new Dictionary<string, string>
            {
                ["VPS_HOST"] = known["VPS_HOST"],
                ["VPS_USERNAME"] = known["VPS_USERNAME"],
                ["VPS_HOST_KEY"] = known["VPS_HOST_KEY"],
                ["OVH_SSH_KEY"] = known["OVH_SSH_KEY"],
                ["DOCKERHUB_USERNAME"] = Account,
                ["DOCKERHUB_TOKEN"] = "a-token-that-nobody-may-see",
                ["MONITORING_PASSWORD"] = Scenario.Password,
            },
            new Dictionary<string, string>
            {
                // Docker Hub is out of reach, so everything goes to the test server's registry.
                ["BENEVOCLIC_REGISTRY"] = registry,
                ["BENEVOCLIC_PUBLIC_ADDRESS"] = known["BENEVOCLIC_PUBLIC_ADDRESS"],
                ["BENEVOCLIC_STORE"] = known["BENEVOCLIC_STORE"],
                ["BENEVOCLIC_IDENTITY"] = known["BENEVOCLIC_IDENTITY"],
                ["BENEVOCLIC_FILES"] = known.GetValueOrDefault("BENEVOCLIC_FILES", ""),
            },
            new Dictionary<string, string>
            {
                ["DOTNET_CONTAINER_INSECURE_REGISTRIES"] = registry,
                ["ContainerBaseImage"] = $"{registry}/benevoclic-test/dotnet:10",
                ["BENEVOCLIC_HOST__WATCH"] = "0",
                ["BENEVOCLIC_STATE"] = known["BENEVOCLIC_STATE"],
            }
        );
    }

    static void Succeeded(RunResult run, string build, string caller = "")
    {
        Assert.True(run.Jobs[$"{caller}build"] == build, run.ToString());
        Assert.True(run.Jobs[$"{caller}deploy"] == "success", run.ToString());
    }

    static void Says(RunResult run, params string[] texts) =>
        Assert.All(texts, text => Assert.Contains(text, $"{run.Log}{run.Summary}", StringComparison.Ordinal));
}

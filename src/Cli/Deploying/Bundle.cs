using System.Text.Json;
using Benevoclic.Cli.Remote;
using Benevoclic.Cli.Stack;
using Benevoclic.Cli.Swarm;

namespace Benevoclic.Cli.Deploying;

/// <summary>What is uploaded of a release: its compose file, its record and its files.</summary>
static class Bundle
{
    public static RemoteCommand Upload(ServicePlan plan, Release release, HostFolder folder) =>
        // Beside the final name first: a broken upload must not look like a release.
        new(
            "sh",
            "-c",
            "rm -rf \"$1.new\" && mkdir -p \"$1.new\" && tar -xf - -C \"$1.new\" && mv \"$1.new\" \"$1\" || { rm -rf \"$1.new\"; exit 1; }",
            "sh",
            folder.Release(plan.Service.Name, release.Id)
        )
        {
            Input = Pack(plan, release).ToBytes(),
        };

    static Archive Pack(ServicePlan plan, Release release)
    {
        var archive = new Archive()
            .Add("compose.yaml", plan.Wanted.Compose(release.Id))
            .Add("release.json", JsonSerializer.Serialize(release, DeployJson.Default.Release));
        if (plan.Way == Way.Roll)
        {
            archive.Add("contents.tsv", SwarmContent.Lines(plan.Wanted.Contents));
        }
        else if (plan.Service.Rollout == Rollout.Reload)
        {
            archive.Add("mounts-live", "");
        }
        foreach (var (path, bytes) in plan.Wanted.Files)
        {
            archive.Add($"files/{path}", bytes);
        }
        foreach (var (name, secret) in plan.Wanted.Secrets.Where(secret => secret.Value.Value.Length > 0))
        {
            archive.Add($"secrets/{name}", secret);
        }
        return archive;
    }
}

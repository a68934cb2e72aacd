using System.Globalization;
using Benevoclic.Cli.Remote;

namespace Benevoclic.Cli.Deploying;

/// <summary>The way back from a release: a script on the host and its arguments, the same for us and for the guardian.</summary>
sealed record Undo(IReadOnlyList<string> Arguments, string Script)
{
    public static Undo From(ServicePlan plan, string release, string deploy, HostFolder folder)
    {
        var service = plan.Service;
        return new Undo(
            [
                service.Name,
                release,
                plan.Facts.Last?.Id ?? "-",
                plan.Facts.Container?.Release ?? "-",
                Deployment.Word(plan.Way!.Value),
                service.Port.ToString(CultureInfo.InvariantCulture),
                service.Probe,
                service.Reload ?? "-",
                $"{service.StopGrace.TotalSeconds:0}",
                deploy,
            ],
            $"{folder.Release(service.Name, release)}/undo.sh"
        );
    }

    public RemoteCommand Run(HostFolder folder) => new(["bash", Script, folder.Path, .. Arguments]);
}

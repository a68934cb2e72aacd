using System.Globalization;
using System.Text;
using System.Text.Json;
using Benevoclic.Cli.Proofs;
using Benevoclic.Cli.Remote;

namespace Benevoclic.Cli.Deploying.Judging;

/// <summary>
/// Asks a process what configuration it really runs, and compares it with its release: a reload may well answer 200 and change nothing.
/// </summary>
sealed class ReadBack(HostContext host, Action<string> say)
{
    const string Step = "read back";

    /// <param name="plan">The service, whose container runs the release by now.</param>
    /// <param name="release">What it should run.</param>
    /// <param name="ct">Ends it.</param>
    /// <exception cref="DeployFailedException">It runs something else; the message names what.</exception>
    public async Task ProveAsync(ServicePlan plan, Release release, CancellationToken ct)
    {
        if (plan.Service.Active is not { } source)
        {
            return;
        }
        var port = plan.Service.Port.ToString(CultureInfo.InvariantCulture);
        var said = await RunAsync("active", [release.Service, release.Id, port, source.Folder, .. source.Paths], ct);
        if (said.Length == 0 && plan.Way == Way.Roll)
        {
            say($"{release.Service}: not read back, it runs on another node");
            return;
        }
        var facts = ActiveFacts.Parse(said);
        var forms = await CanonicalAsync(source, facts, release.Service, port, ct);
        var differences = ActiveConfiguration.Differences(source, release.Files, facts, forms.GetValueOrDefault);
        if (differences.Count > 0)
        {
            throw new DeployFailedException(
                Step,
                string.Join(
                    '\n',
                    ["the process does not run what was put there", .. differences.Select(one => $"  {one}")]
                )
            );
        }
        say($"{release.Service}: read back, it runs {Loaded(source, facts)}");
    }

    async Task<Dictionary<string, string>> CanonicalAsync(
        ActiveSource source,
        ActiveFacts facts,
        string service,
        string port,
        CancellationToken ct
    )
    {
        var expressions = source.Kind == ActiveKind.Prometheus ? ActivePrometheus.Expressions(source, facts) : [];
        if (expressions.Count == 0)
        {
            return [];
        }
        var output = await RunAsync("canonical", [service, port, .. expressions], ct);
        return output
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => Canonical(line.Split('\t')[^1]))
            .Zip(expressions)
            .Where(pair => pair.First is not null)
            .ToDictionary(pair => pair.Second, pair => pair.First!);
    }

    static string? Canonical(string base64)
    {
        var answer = Encoding.UTF8.GetString(Convert.FromBase64String(base64));
        try
        {
            using var document = JsonDocument.Parse(answer);
            return document.RootElement.TryGetProperty("data", out var data) ? data.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    static string Loaded(ActiveSource source, ActiveFacts facts) =>
        source.Kind == ActiveKind.Prometheus && ActivePrometheus.Groups(source, facts).ToList() is { Count: > 0 } groups
            ? $"{source.File} and {groups.Sum(group => group.Rules.Count)} rules in {groups.Count} groups"
            : source.File;

    async Task<string> RunAsync(string script, IReadOnlyList<string> arguments, CancellationToken ct)
    {
        var outcome = await host.Shell.RunAsync(Script.Run(script, [host.Folder.Path, .. arguments]), ct);
        return outcome.Succeeded ? outcome.Output : throw new DeployFailedException(Step, outcome.Error.Trim());
    }
}

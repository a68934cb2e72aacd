using Benevoclic.Cli.Alerts;
using Benevoclic.Cli.Local;
using Benevoclic.Cli.Remote;

namespace Benevoclic.Cli.Drills;

/// <summary>
/// The relay cannot reach Discord. On a host its container loses the way to the outside. Here the relay is started against a Discord of
/// our own that refuses, so that a drill on a laptop posts nothing to anybody.
/// </summary>
sealed class UnreachableDiscord : Mishap
{
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    readonly Session _session;
    readonly Monitoring _monitoring;
    readonly DrillPlan _plan;
    readonly RefusingDiscord? _discord;
    readonly LocalShell _shell = new();
    readonly DateTimeOffset _startsAt;
    Fault? _guard;

    UnreachableDiscord(Session session, Monitoring monitoring, DrillPlan plan) =>
        (_session, _monitoring, _plan, _startsAt, _discord) = (
            session,
            monitoring,
            plan,
            session.Time.GetUtcNow(),
            monitoring.Host is null ? new RefusingDiscord() : null
        );

    public override string Made => "Discord is out of reach, and a test alert is on its way";

    public override string Mended => "Discord is back";

    /// <exception cref="CommandException">The relay cannot be started anew.</exception>
    public static async Task<Mishap> OpenAsync(
        Session session,
        Monitoring monitoring,
        DrillPlan plan,
        CancellationToken ct
    )
    {
        var mishap = new UnreachableDiscord(session, monitoring, plan);
        if (mishap._discord is { } discord)
        {
            await mishap.PutInPlaceAsync(discord, ct);
        }
        return mishap;
    }

    public override Task<IReadOnlyList<string>> WordsAsync(CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<string>>(
            _discord is null ? ["outside", _monitoring.Relay.ContainerName] : ["nothing"]
        );

    public override Task BeginAsync(CancellationToken ct) =>
        new Alertmanager(_monitoring).PostAsync(Alert(_session.Time.GetUtcNow() + TimeSpan.FromMinutes(10)), ct);

    public override Task EndAsync(CancellationToken ct)
    {
        _discord?.Return();
        return new Alertmanager(_monitoring).PostAsync(Alert(_session.Time.GetUtcNow()), ct);
    }

    public override async ValueTask DisposeAsync()
    {
        if (_guard is not null)
        {
            await _guard.DisposeAsync();
        }
        await _shell.DisposeAsync();
        _discord?.Dispose();
        await base.DisposeAsync();
    }

    /// <summary>Whatever ends us has the relay started with its own Discord again.</summary>
    async Task PutInPlaceAsync(RefusingDiscord discord, CancellationToken ct)
    {
        string[] words = ["elsewhere", Path.Combine(_session.Root, "benevoclic"), _monitoring.Relay.Name];
        _guard = await Fault.MakeAsync(_shell, words, Longest, () => { });
        var variables = new Dictionary<string, string> { ["DISCORD_WEBHOOK_URL"] = discord.WebhookUrl };
        await _session.Control.AskAsync(new ControlRequest(ControlVerb.Restart, _monitoring.Relay.Name, variables), ct);
    }

    PostedAlert Alert(DateTimeOffset end) =>
        new(
            new Dictionary<string, string> { ["alertname"] = _plan.Alert, ["severity"] = "info" },
            new Dictionary<string, string>
            {
                ["summary"] = "Exercice : rien n'est en panne",
                ["description"] = "`benevoclic drill discord-down` vérifie qu'une alerte attend que Discord revienne.",
            },
            _startsAt,
            end
        );
}

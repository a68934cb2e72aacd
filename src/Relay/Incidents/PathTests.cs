using Benevoclic.Relay.Alerts;
using Benevoclic.Relay.Delivery;
using Benevoclic.Relay.Events;
using Benevoclic.Relay.Journaling;
using Benevoclic.Relay.Texts;

namespace Benevoclic.Relay.Incidents;

/// <summary>
/// Test alerts that deploys send on the whole way to Discord. They are no incidents: nothing is broken when one fires, and its end is
/// not worth a word.
/// </summary>
sealed class PathTests(Journal journal, Outbox outbox, CardWriter writer, EventFeed feed)
{
    /// <summary>A deploy waits this long. "All is well" that comes later would be news of a deploy that was undone.</summary>
    static readonly TimeSpan Useful = TimeSpan.FromSeconds(15);

    const int Kept = 100;

    readonly Lock _gate = new();
    readonly List<Alert> _tests = [];

    public void Take(Sql sql, Alert alert, DateTimeOffset at)
    {
        if (alert.Status == AlertStatus.Resolved)
            return;
        var earlier = OfDeploy(DeployOf(alert));
        if (earlier.Any(known => ServiceOf(known) == ServiceOf(alert)))
            return;
        Remember(alert);
        feed.Alert($"{alert.Name}, of a deploy");
        // The second service of a deploy is written into the message of the first: Discord has it already.
        var card = writer.PathTested([.. earlier, alert], at);
        if (earlier.Count == 0)
            outbox.Post(sql, SubjectOf(DeployOf(alert)), card, at, at + Useful);
        else
            outbox.Edit(sql, SubjectOf(DeployOf(alert)), card, at);
    }

    /// <returns>What became of it; null when that test has not arrived here.</returns>
    public PathTestFate? Find(string deploy, string service)
    {
        if (!OfDeploy(deploy).Any(test => ServiceOf(test) == service))
            return null;
        return journal.Read(sql =>
            OutboxTable.LastOf(sql, SubjectOf(deploy)) is var (state, trouble)
                ? Fate(state, trouble, MessageTable.CardOf(sql, SubjectOf(deploy)))
                : null
        );
    }

    static PathTestFate Fate(RowState state, Trouble? trouble, Message? message) =>
        state switch
        {
            RowState.Waiting or RowState.Sending => new PathTestFate("waiting", null, trouble?.ToString()),
            RowState.Sent when message is { State: MessageState.Local } => new PathTestFate("local", null, null),
            RowState.Sent => new PathTestFate("delivered", message?.DiscordId, null),
            _ => new PathTestFate("failed", null, trouble?.ToString()),
        };

    IReadOnlyList<Alert> OfDeploy(string deploy)
    {
        lock (_gate)
            return [.. _tests.Where(test => DeployOf(test) == deploy)];
    }

    void Remember(Alert alert)
    {
        lock (_gate)
        {
            _tests.Add(alert);
            if (_tests.Count > Kept)
                _tests.RemoveAt(0);
        }
    }

    static string SubjectOf(string deploy) => $"path:{deploy}";

    static string DeployOf(Alert alert) => alert.Label("deploy") ?? alert.Fingerprint;

    static string? ServiceOf(Alert alert) => alert.Label("service");
}

/// <param name="State">waiting, delivered, local (there is no webhook) or failed.</param>
/// <param name="Message">Discord's id of the stored message; null when it did not say.</param>
/// <param name="Problem">What the last try met, for a person.</param>
sealed record PathTestFate(string State, string? Message, string? Problem);

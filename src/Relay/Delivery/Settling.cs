using Benevoclic.Relay.Discord;
using Benevoclic.Relay.Events;
using Benevoclic.Relay.Hosting;

namespace Benevoclic.Relay.Delivery;

/// <summary>What an answer of Discord means for the road it came from, for the journal, and for those who watch.</summary>
sealed partial class Settling(
    PatientJournal journal,
    Roads roads,
    MissedMessages missed,
    LastResort lastResort,
    EventFeed feed,
    RelayMetrics metrics,
    TimeProvider time,
    ILogger<Settling> logger
)
{
    /// <summary>After so many tries others go first, if there is only one road: they may fare better than this one.</summary>
    const int Stubborn = 5;

    readonly Log _log = new(logger);

    /// <summary>There is no webhook: it is on our page, and that is all.</summary>
    public async Task KeepOnPageAsync(Claim claim, CancellationToken ct)
    {
        await journal.WriteAsync(sql => Settle(claim).Deliver(sql, null), ct);
        Tell(claim, "local");
    }

    /// <summary>An edit of what was on our page only, from before there was a webhook.</summary>
    public async Task LeaveUnseenAsync(Claim claim, CancellationToken ct)
    {
        _log.Unseen(claim.Card.Name);
        await LeaveAsync(claim, new Trouble(Sequel.OnPageOnly), ct);
    }

    public Task SettleAsync(Claim claim, Road road, Verdict verdict, Answer answer, CancellationToken ct) =>
        verdict switch
        {
            Verdict.Delivered delivered => DeliverAsync(claim, road, delivered, ct),
            Verdict.RetryLater later => RetryAsync(claim, road, later, answer, ct),
            Verdict.SayItPlainly => SayItPlainlyAsync(claim, answer, ct),
            Verdict.WebhookGone gone => CloseAsync(claim, road, gone, answer, ct),
            Verdict.LeaveIt => LeaveAsync(claim, new Trouble(Sequel.TooOld, answer.Reply), ct),
            Verdict.Rejected => RejectAsync(claim, answer, ct),
            _ => throw new InvalidOperationException($"{verdict.GetType().Name} is settled elsewhere"),
        };

    /// <summary>A message was posted because the one to edit is gone.</summary>
    public Task ReplaceAsync(Claim claim, Road road, Verdict verdict, Answer answer, CancellationToken ct) =>
        verdict is Verdict.Delivered delivered
            ? ReplaceAsync(claim, road, delivered, ct)
            : SettleAsync(claim, road, verdict, answer, ct);

    /// <summary>The message to edit is gone: a new one is going to take its place.</summary>
    public void Change(Claim claim, Answer answer) => Change(claim, "retried", answer);

    async Task DeliverAsync(Claim claim, Road road, Verdict.Delivered delivered, CancellationToken ct)
    {
        road.Succeed();
        road.Pause(delivered.Pause);
        metrics.CountLimit(delivered.Pause);
        await journal.WriteAsync(
            sql =>
            {
                Settle(claim).Deliver(sql, delivered.MessageId);
                missed.TellOn(sql, road);
            },
            ct
        );
        Tell(claim, "delivered");
    }

    async Task ReplaceAsync(Claim claim, Road road, Verdict.Delivered delivered, CancellationToken ct)
    {
        road.Succeed();
        road.Pause(delivered.Pause);
        await journal.WriteAsync(sql => Settle(claim).Replace(sql, delivered.MessageId), ct);
        Tell(claim, "delivered");
    }

    async Task RetryAsync(Claim claim, Road road, Verdict.RetryLater later, Answer answer, CancellationToken ct)
    {
        if (!later.IsLimit)
            road.Fail();
        var wait = Backoff.Wait(later, road.Failures, Random.Shared.NextDouble());
        road.Pause(wait);
        if (claim.Errand.Head.Attempts >= Stubborn && roads.All.Count == 1)
            roads.Hold(claim.Errand.Head.Id, wait * 1.5);
        Count(claim, later, wait);
        var trouble = new Trouble(Sequel.Again, answer.Reply, wait.TotalSeconds);
        await journal.WriteAsync(sql => Settle(claim).TryAgain(sql, trouble, later.MayHaveArrived, false), ct);
        Tell(claim, "retried", trouble);
        _log.Retrying(claim.Card.Name, trouble);
    }

    async Task SayItPlainlyAsync(Claim claim, Answer answer, CancellationToken ct)
    {
        var trouble = new Trouble(Sequel.OtherForm, answer.Reply);
        await journal.WriteAsync(sql => Settle(claim).TryAgain(sql, trouble, false, true), ct);
        Change(claim, "rejected", answer);
    }

    async Task CloseAsync(Claim claim, Road road, Verdict.WebhookGone gone, Answer answer, CancellationToken ct)
    {
        var trouble = new Trouble(gone.IsDiscord ? Sequel.WebhookGone : Sequel.NoWebhook, answer.Reply);
        road.Close(trouble);
        metrics.ShowCircuit(roads);
        await journal.WriteAsync(sql => Settle(claim).TryAgain(sql, trouble, false, false), ct);
        Tell(claim, "gone", trouble);
        _log.Gone(claim.Card.Name, trouble);
    }

    async Task LeaveAsync(Claim claim, Trouble trouble, CancellationToken ct)
    {
        await journal.WriteAsync(sql => Settle(claim).Leave(sql, trouble), ct);
        Tell(claim, "left", trouble);
    }

    async Task RejectAsync(Claim claim, Answer answer, CancellationToken ct)
    {
        var trouble = new Trouble(Sequel.Refused, answer.Reply);
        await journal.WriteAsync(sql => Settle(claim).GiveUp(sql, trouble), ct);
        lastResort.File(claim.Errand.Head.Subject, claim.Card, trouble);
        Tell(claim, "refused", trouble);
        _log.Rejected(claim.Card.Name, trouble);
    }

    Settlement Settle(Claim claim) => new(claim, time.GetUtcNow());

    void Count(Claim claim, Verdict.RetryLater later, TimeSpan wait)
    {
        if (later.IsLimit)
            metrics.CountLimit(wait);
        if (later.MayHaveArrived && claim.Errand.Kind != ErrandKind.Edit)
            metrics.CountAmbiguous();
    }

    void Tell(Claim claim, string outcome)
    {
        var isNew = claim.Errand.Kind != ErrandKind.Edit;
        var (what, isLocal) = (isNew ? "posted" : "edited", outcome == "local");
        metrics.CountMessage(outcome);
        if (isNew)
            metrics.MeasureDelivery(time.GetUtcNow() - claim.Errand.Head.At);
        feed.Discord($"{what}{(isLocal ? " on the page only" : "")}: {claim.Card.Name}");
        _log.Delivered(claim.Card.Name, what, isLocal ? "on the page only" : "on Discord");
    }

    void Change(Claim claim, string outcome, Answer answer)
    {
        var trouble = new Trouble(Sequel.OtherForm, answer.Reply);
        Tell(claim, outcome, trouble);
        _log.Changed(claim.Card.Name, trouble);
    }

    void Tell(Claim claim, string outcome, Trouble trouble)
    {
        metrics.CountMessage(outcome);
        feed.Discord($"{claim.Card.Name} not sent: {trouble}");
    }

    sealed partial class Log(ILogger logger)
    {
        [LoggerMessage(LogLevel.Information, "{Name} {What} {Where}")]
        public partial void Delivered(string name, string what, string where);

        [LoggerMessage(LogLevel.Warning, "{Name} is not on Discord yet, {Trouble}")]
        public partial void Retrying(string name, Trouble trouble);

        [LoggerMessage(LogLevel.Warning, "{Name} was refused in this form, {Trouble}")]
        public partial void Changed(string name, Trouble trouble);

        [LoggerMessage(LogLevel.Error, "{Name} will not reach Discord: {Trouble}")]
        public partial void Rejected(string name, Trouble trouble);

        [LoggerMessage(
            LogLevel.Error,
            "{Name} waits: {Trouble}. Nothing is sent to that webhook until then; it is asked once an hour"
        )]
        public partial void Gone(string name, Trouble trouble);

        [LoggerMessage(
            LogLevel.Warning,
            "{Name} cannot be edited: it was shown on the page only, Discord has never seen it"
        )]
        public partial void Unseen(string name);
    }
}

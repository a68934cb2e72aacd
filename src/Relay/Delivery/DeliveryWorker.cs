using Benevoclic.Relay.Discord;
using Benevoclic.Relay.Events;
using Benevoclic.Relay.Hosting;

namespace Benevoclic.Relay.Delivery;

/// <summary>Takes one entry after the other to Discord; the next waits until this one is delivered or hopeless.</summary>
sealed partial class DeliveryWorker(
    Outbox outbox,
    DiscordClient discord,
    EventFeed feed,
    RelayMetrics metrics,
    TimeProvider time,
    ILogger<DeliveryWorker> logger
) : BackgroundService
{
    /// <summary>How long a request that is under way may still take when we are asked to stop.</summary>
    static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);

    readonly Log _log = new(logger);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var entry in outbox.ReadAllAsync(stoppingToken))
            await DeliverAsync(entry, stoppingToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        foreach (var lost in outbox.Latest(100).Where(message => message.State == MessageState.Waiting))
            _log.NotSent(lost.Card.Name);
    }

    async Task DeliverAsync(OutboxEntry entry, CancellationToken ct)
    {
        try
        {
            await DeliverOrThrowAsync(entry, ct);
        }
        catch (Exception bug) when (bug is not OperationCanceledException)
        {
            // One message that we cannot send must not keep back the next.
            outbox.Finish(entry.MessageId, MessageState.Failed, problem: "This is a bug of the relay, see its log");
            _log.Failed(entry.Card.Name, bug);
        }
    }

    async Task DeliverOrThrowAsync(OutboxEntry entry, CancellationToken ct)
    {
        var original = entry.IsEdit ? outbox.Find(entry.MessageId)?.DiscordId : null;
        if (entry.IsEdit && original is null)
        {
            Skip(entry);
            return;
        }
        for (var attempt = new Attempt(entry, original); attempt is not null; )
            attempt = await TryAsync(attempt, ct);
    }

    /// <returns>The next attempt, or null when this entry is done with.</returns>
    async Task<Attempt?> TryAsync(Attempt attempt, CancellationToken ct)
    {
        if (attempt.Entry.Until < time.GetUtcNow())
        {
            GiveUp(attempt.Entry);
            return null;
        }
        var answer = await SendAsync(attempt, ct);
        var verdict = Judgement.Judge(answer, attempt.Edits is not null, attempt.IsPlain);
        var next = attempt.After(verdict);
        await (
            verdict switch
            {
                Verdict.Delivered delivered => DeliveredAsync(attempt, delivered, ct),
                Verdict.RetryLater later => WaitAsync(next!, later, answer, ct),
                Verdict.Rejected rejected => RejectedAsync(attempt.Entry, rejected, answer),
                _ => ChangedAsync(attempt, answer),
            }
        );
        return next;
    }

    async Task<Answer> SendAsync(Attempt attempt, CancellationToken ct)
    {
        using var giveUp = new CancellationTokenSource();
        await using var stopping = ct.Register(() => giveUp.CancelAfter(Grace));
        return attempt.Edits is { } id
            ? await discord.EditAsync(id, attempt.Payload, giveUp.Token)
            : await discord.PostAsync(attempt.Payload, giveUp.Token);
    }

    Task DeliveredAsync(Attempt attempt, Verdict.Delivered delivered, CancellationToken ct)
    {
        var entry = attempt.Entry;
        metrics.CountMessage("delivered");
        outbox.Finish(entry.MessageId, MessageState.Delivered, attempt.Edits ?? delivered.MessageId);
        feed.Discord($"{(attempt.Edits is null ? "posted" : "edited")}: {entry.Card.Name}");
        _log.Delivered(entry.Card.Name, attempt.Edits is null ? "posted" : "edited");
        return delivered.Pause > TimeSpan.Zero ? Task.Delay(delivered.Pause, time, ct) : Task.CompletedTask;
    }

    Task WaitAsync(Attempt next, Verdict.RetryLater later, Answer answer, CancellationToken ct)
    {
        var wait = Backoff.Wait(later, next.Failures, Random.Shared.NextDouble());
        var problem = $"trying again in {wait.TotalSeconds:0.#} s: {answer.Words}";
        metrics.CountMessage("retried");
        outbox.Trouble(next.Entry.MessageId, problem);
        feed.Discord($"post failed, {problem}");
        _log.Retrying(next.Entry.Card.Name, problem);
        return Task.Delay(wait, time, ct);
    }

    Task ChangedAsync(Attempt attempt, Answer answer)
    {
        metrics.CountMessage("retried");
        feed.Discord($"post failed, trying another form: {answer.Words}");
        _log.Changed(attempt.Entry.Card.Name, answer.Words);
        return Task.CompletedTask;
    }

    Task RejectedAsync(OutboxEntry entry, Verdict.Rejected rejected, Answer answer)
    {
        metrics.CountMessage("rejected");
        outbox.Finish(entry.MessageId, MessageState.Failed, problem: $"{answer.Words}. {rejected.Advice}");
        feed.Discord($"post rejected: {entry.Card.Name}: {answer.Words}");
        _log.Rejected(entry.Card.Name, answer.Words, rejected.Advice);
        return Task.CompletedTask;
    }

    void GiveUp(OutboxEntry entry)
    {
        metrics.CountMessage("rejected");
        var last = outbox.Find(entry.MessageId)?.Problem is { } met ? $"; the last try: {met}" : "";
        outbox.Finish(entry.MessageId, MessageState.Failed, problem: $"given up, it would come too late{last}");
        feed.Discord($"not posted any more: {entry.Card.Name}");
        _log.TooLate(entry.Card.Name);
    }

    void Skip(OutboxEntry entry)
    {
        metrics.CountMessage("rejected");
        outbox.Finish(
            entry.MessageId,
            outbox.Find(entry.MessageId)?.State ?? MessageState.Failed,
            problem: "Discord did not say how it calls the message, so its end cannot be shown there"
        );
        feed.Discord($"edit skipped: {entry.Card.Name}");
        _log.Skipped(entry.Card.Name);
    }

    sealed partial class Log(ILogger logger)
    {
        [LoggerMessage(LogLevel.Error, "{Name} could not be sent; this is a bug of the relay")]
        public partial void Failed(string name, Exception bug);

        [LoggerMessage(LogLevel.Information, "{Name} {What} on Discord")]
        public partial void Delivered(string name, string what);

        [LoggerMessage(LogLevel.Warning, "{Name} is not on Discord yet, {Problem}")]
        public partial void Retrying(string name, string problem);

        [LoggerMessage(LogLevel.Warning, "{Name} was refused in this form, sending it in another: {Answer}")]
        public partial void Changed(string name, string answer);

        [LoggerMessage(LogLevel.Error, "{Name} will not reach Discord: {Answer}. {Advice}")]
        public partial void Rejected(string name, string answer, string advice);

        [LoggerMessage(LogLevel.Warning, "{Name} cannot be edited: Discord never said how it calls the message")]
        public partial void Skipped(string name);

        [LoggerMessage(LogLevel.Warning, "{Name} is not sent any more: it would come too late to be of use")]
        public partial void TooLate(string name);

        [LoggerMessage(
            LogLevel.Warning,
            "Stopping before {Name} reached Discord; Alertmanager repeats it while it lasts"
        )]
        public partial void NotSent(string name);
    }
}

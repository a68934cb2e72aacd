using Benevoclic.Relay.Discord;
using Benevoclic.Relay.Events;
using Benevoclic.Relay.Hosting;
using Benevoclic.Relay.Journaling;
using Benevoclic.Relay.Texts;

namespace Benevoclic.Relay.Delivery;

/// <summary>
/// Takes one errand after the other to Discord. Each is written down before it leaves and after it was answered, so a relay that is
/// killed goes on where it was.
/// </summary>
sealed partial class DeliveryWorker(
    Journal journal,
    Outbox outbox,
    Roads roads,
    Composer composer,
    CardWriter writer,
    UndeliveredFile undelivered,
    RelaySettings settings,
    EventFeed feed,
    RelayMetrics metrics,
    TimeProvider time,
    ILogger<DeliveryWorker> logger
) : BackgroundService
{
    /// <summary>How long a request that is under way may still take when we are asked to stop.</summary>
    static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);

    /// <summary>Before something is sent again that may have arrived: Discord may still be storing it.</summary>
    static readonly TimeSpan Ambiguity = TimeSpan.FromSeconds(5);

    /// <summary>What waits for so long goes into the file as well.</summary>
    static readonly TimeSpan Overdue = TimeSpan.FromMinutes(2);

    readonly Log _log = new(logger);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await RecoverAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await KnockAsync(stoppingToken);
                if (await ClaimAsync() is { } claim)
                    await CarryOutAsync(claim, stoppingToken);
                else
                    await PauseAsync(stoppingToken);
            }
            catch (JournalException full)
            {
                _log.NotKept(full.Message);
                await Task.Delay(TimeSpan.FromSeconds(1), time, stoppingToken);
            }
        }
    }

    async Task RecoverAsync(CancellationToken ct)
    {
        var doubtful = await UntilKeptAsync(OutboxTable.Recover, ct);
        foreach (var row in doubtful)
        {
            metrics.CountAmbiguous();
            _log.MayRepeat(row);
            roads.Hold(row, Ambiguity);
        }
    }

    Task<Claim?> ClaimAsync() => journal.WriteAsync(sql => Claim.Take(sql, roads, composer, time.GetUtcNow()));

    async Task PauseAsync(CancellationToken ct)
    {
        if (!roads.IsAnyOut && journal.Read(OutboxTable.Depth).Depth == 0)
        {
            await outbox.AwakeAsync(ct);
            return;
        }
        await FileOverdueAsync();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct);
        await Task.WhenAny(outbox.AwakeAsync(either.Token).AsTask(), Task.Delay(roads.NextTry(), time, either.Token));
        await either.CancelAsync();
    }

    async Task CarryOutAsync(Claim claim, CancellationToken ct)
    {
        var settlement = new Settlement(claim, time.GetUtcNow());
        if (claim.Road is not { } road)
        {
            await UntilKeptAsync(sql => settlement.Deliver(sql, null), ct);
            Delivered(claim, "local");
            return;
        }
        if (claim.Errand is { Kind: ErrandKind.Edit, Told.DiscordId: null })
        {
            _log.NoId(claim.Card.Name);
            await UntilKeptAsync(
                sql => settlement.Leave(sql, "Discord did not say how it calls the message, so it cannot be edited"),
                ct
            );
            return;
        }
        var answer = await SendAsync(claim, road, claim.Errand.Told?.DiscordId, ct);
        var verdict = Judgement.Judge(answer, claim.Errand.Kind == ErrandKind.Edit, claim.Errand.Head.IsPlain);
        await SettleAsync(settlement with { At = time.GetUtcNow() }, road, verdict, answer, ct);
    }

    async Task<Answer> SendAsync(Claim claim, Road road, string? told, CancellationToken ct)
    {
        using var giveUp = new CancellationTokenSource();
        await using var stopping = ct.Register(() => giveUp.CancelAfter(Grace));
        var payload = claim.Errand.Head.IsPlain
            ? DiscordPayload.Plain(claim.Card, settings.Mention)
            : DiscordPayload.Of(claim.Card, settings.Mention);
        return claim.Errand.Kind == ErrandKind.Edit && told is not null
            ? await road.Discord.EditAsync(told, payload.AsEdit(), giveUp.Token)
            : await road.Discord.PostAsync(payload, giveUp.Token);
    }

    Task SettleAsync(Settlement settlement, Road road, Verdict verdict, Answer answer, CancellationToken ct) =>
        verdict switch
        {
            Verdict.Delivered delivered => DeliveredAsync(settlement, road, delivered, ct),
            Verdict.RetryLater later => RetryAsync(settlement, road, later, answer, ct),
            Verdict.SayItPlainly => SayItPlainlyAsync(settlement, answer, ct),
            Verdict.PostInstead => PostInsteadAsync(settlement, road, answer, ct),
            Verdict.WebhookGone gone => CloseAsync(settlement, road, gone, answer, ct),
            Verdict.LeaveIt => LeaveAsync(settlement, answer, ct),
            Verdict.Rejected rejected => RejectAsync(settlement, rejected, answer, ct),
            _ => throw new InvalidOperationException($"{verdict.GetType().Name} is no verdict"),
        };

    async Task DeliveredAsync(Settlement settlement, Road road, Verdict.Delivered delivered, CancellationToken ct)
    {
        road.Succeed();
        road.Pause(delivered.Pause);
        metrics.CountLimit(delivered.Pause);
        await UntilKeptAsync(
            sql =>
            {
                settlement.Deliver(sql, delivered.MessageId);
                TellWhatWentElsewhere(sql, road, settlement.At);
            },
            ct
        );
        Delivered(settlement.Claim, "delivered");
    }

    void Delivered(Claim claim, string outcome)
    {
        var what = claim.Errand.Kind == ErrandKind.Edit ? "edited" : "posted";
        metrics.CountMessage(outcome);
        if (claim.Errand.Kind != ErrandKind.Edit)
            metrics.MeasureDelivery(time.GetUtcNow() - claim.Errand.Head.At);
        feed.Discord($"{what}{(outcome == "local" ? " on the page only" : "")}: {claim.Card.Name}");
        _log.Delivered(claim.Card.Name, what, outcome == "local" ? "on the page only" : "on Discord");
    }

    /// <summary>The first webhook works: one message there names all that only the second one got.</summary>
    void TellWhatWentElsewhere(Sql sql, Road road, DateTimeOffset at)
    {
        if (road.Number != 1 || MessageTable.Undigested(sql) is not { Count: > 0 } elsewhere)
            return;
        MessageTable.MarkDigested(sql);
        outbox.Post(sql, $"elsewhere:{elsewhere[^1].Id}", writer.Elsewhere(elsewhere, at), at);
    }

    async Task RetryAsync(
        Settlement settlement,
        Road road,
        Verdict.RetryLater later,
        Answer answer,
        CancellationToken ct
    )
    {
        if (!later.IsLimit)
            road.Fail();
        var wait = Backoff.Wait(later, road.Failures, Random.Shared.NextDouble());
        road.Pause(wait);
        var head = settlement.Claim.Errand.Head;
        // Another one may fare better than a message over which Discord stumbles again and again. With a second road it goes there.
        if (head.Attempts >= 5 && roads.All.Count == 1)
            roads.Hold(head.Id, wait * 1.5);
        if (later.IsLimit)
            metrics.CountLimit(wait);
        if (later.MayHaveArrived && settlement.Claim.Errand.Kind != ErrandKind.Edit)
            metrics.CountAmbiguous();
        var problem = $"trying again in {wait.TotalSeconds:0.#} s: {answer.Words}";
        await UntilKeptAsync(sql => settlement.TryAgain(sql, problem, later.MayHaveArrived, false), ct);
        Troubled(settlement.Claim, "retried", problem);
        _log.Retrying(settlement.Claim.Card.Name, problem);
    }

    async Task SayItPlainlyAsync(Settlement settlement, Answer answer, CancellationToken ct)
    {
        await UntilKeptAsync(sql => settlement.TryAgain(sql, answer.Words, false, true), ct);
        Troubled(settlement.Claim, "retried", $"trying another form: {answer.Words}");
        _log.Changed(settlement.Claim.Card.Name, answer.Words);
    }

    async Task PostInsteadAsync(Settlement settlement, Road road, Answer answer, CancellationToken ct)
    {
        Troubled(settlement.Claim, "retried", $"trying another form: {answer.Words}");
        _log.Changed(settlement.Claim.Card.Name, answer.Words);
        var posted = await SendAsync(
            settlement.Claim with
            {
                Errand = settlement.Claim.Errand with { Kind = ErrandKind.Post },
            },
            road,
            null,
            ct
        );
        if (Judgement.Judge(posted, false, settlement.Claim.Errand.Head.IsPlain) is not Verdict.Delivered delivered)
        {
            await RetryAsync(settlement, road, new Verdict.RetryLater(null, Ambiguity, Overdue), posted, ct);
            return;
        }
        road.Pause(delivered.Pause);
        await UntilKeptAsync(sql => settlement.Replace(sql, delivered.MessageId), ct);
        Delivered(settlement.Claim, "delivered");
    }

    async Task CloseAsync(
        Settlement settlement,
        Road road,
        Verdict.WebhookGone gone,
        Answer answer,
        CancellationToken ct
    )
    {
        var problem = $"{answer.Words}. {gone.Advice}";
        road.Close(problem);
        metrics.ShowCircuit(roads);
        await UntilKeptAsync(sql => settlement.TryAgain(sql, problem, false, false), ct);
        Troubled(settlement.Claim, "refused", problem);
        _log.Gone(settlement.Claim.Card.Name, answer.Words, gone.Advice);
    }

    async Task LeaveAsync(Settlement settlement, Answer answer, CancellationToken ct)
    {
        await UntilKeptAsync(sql => settlement.Leave(sql, answer.Words), ct);
        Troubled(settlement.Claim, "refused", $"too old to be edited again: {answer.Words}");
    }

    async Task RejectAsync(Settlement settlement, Verdict.Rejected rejected, Answer answer, CancellationToken ct)
    {
        var problem = $"{answer.Words}. {rejected.Advice}";
        await UntilKeptAsync(sql => settlement.GiveUp(sql, problem), ct);
        File(settlement.Claim.Errand.Head.Subject, TextOf(settlement.Claim.Card), problem);
        Troubled(settlement.Claim, "rejected", problem);
        _log.Rejected(settlement.Claim.Card.Name, answer.Words, rejected.Advice);
    }

    void Troubled(Claim claim, string outcome, string problem)
    {
        metrics.CountMessage(outcome);
        feed.Discord($"{claim.Card.Name} not sent: {problem}");
    }

    /// <summary>
    /// Asks a webhook that was gone, hourly, or out of order, once its pause is over, whether it is back; that posts nothing.
    /// </summary>
    async Task KnockAsync(CancellationToken ct)
    {
        foreach (var road in roads.All.Where(road => road.IsOut && road.Wait == TimeSpan.Zero))
            if (IsBack(road, await road.Discord.AskAsync(ct)))
            {
                road.Succeed();
                metrics.ShowCircuit(roads);
                await UntilKeptAsync(sql => TellWhatWentElsewhere(sql, road, time.GetUtcNow()), ct);
            }
            else
                Knocked(road);
    }

    static bool IsBack(Road road, Answer answer) =>
        road.Gone is null ? Judgement.Judge(answer, false, true) is not Verdict.RetryLater : answer.Status == 200;

    static void Knocked(Road road)
    {
        if (road.Gone is { } why)
            road.Close(why);
        else
            road.Pause(TimeSpan.FromMinutes(1));
    }

    async Task FileOverdueAsync()
    {
        if (!roads.IsAnyOut)
            return;
        var now = time.GetUtcNow();
        var overdue = journal
            .Read(sql => OutboxTable.Left(sql, 100))
            .Where(row => !row.IsFiled && row.Telling != Incidents.Telling.Update && now - row.At >= Overdue)
            .ToList();
        foreach (var row in overdue)
            File(row.Subject, row.Card is { } card ? TextOf(card) : Subject(row), row.Problem ?? "not sent yet");
        if (overdue.Count > 0)
            await journal.WriteAsync(sql => overdue.ForEach(row => OutboxTable.MarkFiled(sql, row.Id)));
    }

    string Subject(OutboxRow row) =>
        row.Incident is { } id && journal.Read(sql => Incidents.IncidentTable.Find(sql, id)) is { } incident
            ? TextOf(writer.Of(incident))
            : row.Subject;

    static string TextOf(Card card) => $"{card.Title}\n{card.Description}";

    void File(string subject, string text, string problem)
    {
        try
        {
            undelivered.Add(time.GetUtcNow(), subject, text, problem);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _log.NotFiled(undelivered.Path, e.Message);
        }
    }

    async Task UntilKeptAsync(Action<Sql> change, CancellationToken ct) =>
        await UntilKeptAsync(
            sql =>
            {
                change(sql);
                return true;
            },
            ct
        );

    /// <summary>What Discord said must not be forgotten because the disk is full: it would be sent again.</summary>
    async Task<T> UntilKeptAsync<T>(Func<Sql, T> change, CancellationToken ct)
    {
        while (true)
        {
            try
            {
                return await journal.WriteAsync(change);
            }
            catch (JournalException full) when (!ct.IsCancellationRequested)
            {
                _log.NotKept(full.Message);
                await Task.Delay(TimeSpan.FromSeconds(1), time, ct);
            }
        }
    }

    sealed partial class Log(ILogger logger)
    {
        [LoggerMessage(LogLevel.Information, "{Name} {What} {Where}")]
        public partial void Delivered(string name, string what, string where);

        [LoggerMessage(LogLevel.Warning, "{Name} is not on Discord yet, {Problem}")]
        public partial void Retrying(string name, string problem);

        [LoggerMessage(LogLevel.Warning, "{Name} was refused in this form, sending it in another: {Answer}")]
        public partial void Changed(string name, string answer);

        [LoggerMessage(LogLevel.Error, "{Name} will not reach Discord: {Answer}. {Advice}")]
        public partial void Rejected(string name, string answer, string advice);

        [LoggerMessage(
            LogLevel.Error,
            "{Name} waits: {Answer}. {Advice}. Nothing is sent to that webhook until then; it is asked once an hour"
        )]
        public partial void Gone(string name, string answer, string advice);

        [LoggerMessage(LogLevel.Warning, "{Name} cannot be edited: Discord never said how it calls the message")]
        public partial void NoId(string name);

        [LoggerMessage(
            LogLevel.Warning,
            "Row {Row} of the outbox was under way when the relay ended: it is sent again in 5 s, marked as a possible repeat"
        )]
        public partial void MayRepeat(long row);

        [LoggerMessage(LogLevel.Error, "Delivery waits for the journal: {Problem}")]
        public partial void NotKept(string problem);

        [LoggerMessage(LogLevel.Error, "{Path} cannot be written: {Problem}")]
        public partial void NotFiled(string path, string problem);
    }
}

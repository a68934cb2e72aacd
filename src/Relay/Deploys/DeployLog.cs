using Benevoclic.Relay.Delivery;
using Benevoclic.Relay.Events;
using Benevoclic.Relay.Journaling;
using Benevoclic.Relay.Texts;

namespace Benevoclic.Relay.Deploys;

/// <summary>Keeps what deploys say, and tells their ends: one message per act, edited as its services come to an end.</summary>
sealed class DeployLog(Journal journal, Outbox outbox, CardWriter writer, EventFeed feed, TimeProvider time)
{
    /// <exception cref="JournalException">It was not kept.</exception>
    public async Task TakeAsync(DeployNews news)
    {
        var at = news.At is { } said && said < time.GetUtcNow() ? said : time.GetUtcNow();
        await journal.WriteAsync(sql => Take(sql, news, at));
    }

    /// <summary>Nobody will say any more how these ended.</summary>
    /// <exception cref="JournalException">It was not kept.</exception>
    public async Task LoseAsync(Deploy deploy)
    {
        await journal.WriteAsync(sql => End(sql, deploy with { EndedAt = deploy.Deadline, End = DeployEnd.Lost }));
    }

    void Take(Sql sql, DeployNews news, DateTimeOffset at)
    {
        var known = DeployTable.Find(sql, news.Deploy, news.Service);
        if (news.State == "started" && known is null)
            Start(sql, news, at);
        // An end is the last word, except over our own guess that there would be none.
        else if (news.State != "started" && known is null or { End: null or DeployEnd.Lost })
            End(
                sql,
                (known ?? Of(news, at)) with
                {
                    EndedAt = at,
                    End = Enum.Parse<DeployEnd>(news.State, ignoreCase: true),
                    Receipt = news.Receipt,
                }
            );
    }

    void Start(Sql sql, DeployNews news, DateTimeOffset at)
    {
        feed.Alert($"deploy of {news.Service} {news.Release} started, {news.LimitSeconds} s at most");
        DeployTable.Save(sql, Of(news, at));
    }

    void End(Sql sql, Deploy deploy)
    {
        if (deploy.End is null)
            return;
        feed.Alert($"deploy of {deploy.Service} {deploy.Release}: {deploy.End.ToString()!.ToLowerInvariant()}");
        DeployTable.Save(sql, deploy);
        var subject = $"deploy:{deploy.Id}";
        var ended = DeployTable.OfAct(sql, deploy.Id).Where(one => one.End is not null).ToList();
        var card = writer.Deployed(ended, deploy.EndedAt!.Value);
        if (OutboxTable.HasSubject(sql, subject))
            outbox.Edit(sql, subject, card, deploy.EndedAt.Value);
        else
            outbox.Post(sql, subject, card, deploy.EndedAt.Value);
    }

    static Deploy Of(DeployNews news, DateTimeOffset at) =>
        new()
        {
            Id = news.Deploy,
            Service = news.Service,
            Release = news.Release,
            Previous = news.Previous,
            By = news.By,
            IsRollback = news.IsRollback,
            StartedAt = at,
            Limit = TimeSpan.FromSeconds(news.LimitSeconds),
        };
}

using Benevoclic.Relay.Discord;
using Benevoclic.Relay.Hosting;

namespace Benevoclic.Relay.Delivery;

/// <summary>
/// Asks a webhook that was gone, hourly, or out of order, once its pause is over, whether it is back; that posts nothing.
/// </summary>
sealed class RoadWatch(PatientJournal journal, Roads roads, MissedMessages missed, RelayMetrics metrics)
{
    static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    public async Task KnockAsync(CancellationToken ct)
    {
        foreach (var road in roads.All.Where(road => road.IsOut && road.Wait == TimeSpan.Zero))
            if (IsBack(road, await road.Discord.AskAsync(ct)))
                await WelcomeAsync(road, ct);
            else if (road.Gone is { } why)
                road.Close(why);
            else
                road.Pause(Pause);
    }

    static bool IsBack(Road road, Answer answer) =>
        road.Gone is null
            ? Judgement.Judge(answer, isEdit: false, isPlain: true) is not Verdict.RetryLater
            : answer.Status == 200;

    async Task WelcomeAsync(Road road, CancellationToken ct)
    {
        road.Succeed();
        metrics.ShowCircuit(roads);
        await journal.WriteAsync(sql => missed.TellOn(sql, road), ct);
    }
}

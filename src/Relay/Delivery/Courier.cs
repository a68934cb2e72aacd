using Benevoclic.Relay.Discord;
using Benevoclic.Relay.Hosting;

namespace Benevoclic.Relay.Delivery;

/// <summary>Carries one errand to Discord, and has its answer settled.</summary>
sealed class Courier(RelaySettings settings, Settling settling)
{
    /// <summary>How long a request that is under way may still take when we are asked to stop.</summary>
    static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);

    public async Task CarryOutAsync(Claim claim, CancellationToken ct)
    {
        if (claim.Road is not { } road)
            await settling.KeepOnPageAsync(claim, ct);
        else if (claim.Errand is { Kind: ErrandKind.Edit, Told.DiscordId: null })
            await settling.LeaveUnseenAsync(claim, ct);
        else
            await SettleAsync(claim, road, ct);
    }

    async Task SettleAsync(Claim claim, Road road, CancellationToken ct)
    {
        var isEdit = claim.Errand.Kind == ErrandKind.Edit;
        var isPlain = claim.Errand.Head.IsPlain;
        var answer = await SendAsync(claim, road, isEdit ? claim.Errand.Told?.DiscordId : null, ct);
        var verdict = Judgement.Judge(answer, isEdit, isPlain);
        if (verdict is not Verdict.PostInstead)
        {
            await settling.SettleAsync(claim, road, verdict, answer, ct);
            return;
        }
        settling.Change(claim, answer);
        var posted = await SendAsync(claim, road, null, ct);
        await settling.ReplaceAsync(claim, road, Judgement.Judge(posted, isEdit: false, isPlain), posted, ct);
    }

    /// <param name="told">What Discord calls the message to edit; null for a new one.</param>
    async Task<Answer> SendAsync(Claim claim, Road road, string? told, CancellationToken ct)
    {
        using var giveUp = new CancellationTokenSource();
        await using var stopping = ct.Register(() => giveUp.CancelAfter(Grace));
        var payload = claim.Errand.Head.IsPlain
            ? DiscordPayload.Plain(claim.Card, settings.Mention)
            : DiscordPayload.Of(claim.Card, settings.Mention);
        return told is null
            ? await road.Discord.PostAsync(payload, giveUp.Token)
            : await road.Discord.EditAsync(told, payload.AsEdit(), giveUp.Token);
    }
}

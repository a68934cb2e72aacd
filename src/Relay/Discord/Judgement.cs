namespace Benevoclic.Relay.Discord;

static class Judgement
{
    /// <summary>Errors 10008 "unknown message" and 30046 "too many edits of an old message".</summary>
    const long UnknownMessage = 10008;
    const long TooManyEdits = 30046;

    static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);
    static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    public static Verdict Judge(Answer answer, bool isEdit, bool isPlain) =>
        answer switch
        {
            // Asked to wait, Discord always says which message it stored: this is somebody else, a captive portal or a wrong address.
            { Status: >= 200 and < 300, MessageId: null } when !isEdit => new Verdict.WebhookGone(IsDiscord: false),
            { Status: >= 200 and < 300 } => new Verdict.Delivered(
                answer.MessageId,
                Shorter(answer.ResetAfter, LongestPause)
            ),
            { Code: UnknownMessage } when isEdit => new Verdict.PostInstead(),
            { Code: TooManyEdits } when isEdit => new Verdict.LeaveIt(),
            { Status: 429, RetryAfter: { } after } => Wait(Shorter(after, LongestWait)) with { IsLimit = true },
            // Without a wait it comes from the wall in front of Discord: knocking again soon makes it worse.
            { Status: 429 } => Wait(null, seconds: 60, atMost: LongestWait),
            { Status: 403 } when IsWall(answer) => Wait(null, seconds: 60, atMost: LongestWait),
            { Status: 408 or >= 500, RetryAfter: { } after } => Wait(Shorter(after, LongestWait)),
            { Status: 408 or >= 500 } => Wait(null),
            { Status: null, MayHaveArrived: true } => Wait(null, 5) with { MayHaveArrived = true },
            { Status: null } => Wait(null),
            { Status: >= 300 and < 400 or 405 or 410 } => new Verdict.WebhookGone(IsDiscord: false),
            { Status: 401 or 403 or 404 } => new Verdict.WebhookGone(IsDiscord: true),
            { Status: 400 or 413 or 422 } when !isPlain => new Verdict.SayItPlainly(),
            _ => new Verdict.Rejected(),
        };

    static Verdict.RetryLater Wait(TimeSpan? after, int seconds = 1, TimeSpan? atMost = null) =>
        new(after, TimeSpan.FromSeconds(seconds), atMost ?? TimeSpan.FromSeconds(60));

    /// <summary>Cloudflare's block: a static page or a body that says so, without one of Discord's error numbers.</summary>
    static bool IsWall(Answer answer) =>
        answer.Code is null or 0
        && (
            answer.Text.Contains("1015", StringComparison.Ordinal)
            || answer.Text.Contains("blocked", StringComparison.OrdinalIgnoreCase)
        );

    static TimeSpan Shorter(TimeSpan? time, TimeSpan most) =>
        time is not { } given || given < TimeSpan.Zero ? TimeSpan.Zero
        : given < most ? given
        : most;
}

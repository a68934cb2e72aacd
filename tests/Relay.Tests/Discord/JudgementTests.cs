using System.Globalization;
using Benevoclic.Relay.Discord;

namespace Benevoclic.Relay.Tests.Discord;

public sealed class JudgementTests
{
    [Theory]
    // A new message in its full form.
    [InlineData(200, null, null, "", "WebhookGone")] // It does not say what it stored: that is not Discord.
    [InlineData(204, null, null, "", "WebhookGone")]
    [InlineData(400, 50035L, null, "Invalid Form Body", "SayItPlainly")]
    [InlineData(400, null, null, "", "SayItPlainly")]
    [InlineData(401, 50027L, null, "Invalid Webhook Token", "WebhookGone")]
    [InlineData(403, null, null, "", "WebhookGone")]
    [InlineData(403, 50013L, null, "Missing Permissions", "WebhookGone")]
    [InlineData(404, 10015L, null, "Unknown Webhook", "WebhookGone")]
    [InlineData(404, null, null, "", "WebhookGone")]
    [InlineData(302, null, null, "", "WebhookGone")]
    [InlineData(405, null, null, "", "WebhookGone")]
    [InlineData(408, null, null, "", "RetryLater first 1 s, at most 60 s")]
    [InlineData(500, null, null, "", "RetryLater first 1 s, at most 60 s")]
    [InlineData(502, null, null, "", "RetryLater first 1 s, at most 60 s")]
    [InlineData(503, null, 7.0, "", "RetryLater after 7 s")]
    [InlineData(429, null, 0.3, "", "RetryLater after 0.3 s")]
    [InlineData(429, null, 40.5, "", "RetryLater after 40.5 s")]
    [InlineData(429, null, 86400.0, "", "RetryLater after 3600 s")]
    [InlineData(429, 0L, null, "You are being blocked", "RetryLater first 60 s, at most 3600 s")]
    [InlineData(403, null, null, "error code: 1015", "RetryLater first 60 s, at most 3600 s")]
    [InlineData(403, 0L, null, "You are blocked", "RetryLater first 60 s, at most 3600 s")]
    public void A_post_is_judged_as_the_table_says(
        int status,
        long? code,
        double? after,
        string text,
        string verdict
    ) => Assert.Equal(verdict, Judge(status, code, after, text));

    [Theory]
    [InlineData(200, null, null, "Delivered")]
    [InlineData(404, 10008L, null, "PostInstead")] // Somebody deleted the message.
    [InlineData(429, 30046L, 3.0, "LeaveIt")] // Too many edits of an old message.
    [InlineData(404, 10015L, null, "WebhookGone")]
    [InlineData(429, null, 3.0, "RetryLater after 3 s")]
    public void An_edit_is_judged_as_the_table_says(int status, long? code, double? after, string verdict) =>
        Assert.Equal(verdict, Judge(status, code, after, "", isEdit: true));

    [Fact]
    public void What_is_refused_even_in_plain_words_is_given_up() =>
        Assert.Equal("Rejected", Judge(400, 50035, null, "", isPlain: true));

    [Theory]
    [InlineData(false, "RetryLater first 1 s, at most 60 s")]
    [InlineData(true, "RetryLater first 5 s, at most 60 s")]
    public void Without_an_answer_it_matters_whether_it_may_have_arrived(bool mayHaveArrived, string verdict) =>
        Assert.Equal(verdict, Words(Judgement.Judge(new Answer { MayHaveArrived = mayHaveArrived }, false, false)));

    [Fact]
    public void The_last_request_of_a_window_is_followed_by_a_pause() =>
        Assert.Equal(
            new Verdict.Delivered("42", TimeSpan.FromSeconds(2)),
            Judgement.Judge(
                new Answer
                {
                    Status = 200,
                    MessageId = "42",
                    ResetAfter = TimeSpan.FromSeconds(2),
                },
                false,
                false
            )
        );

    static string Judge(
        int status,
        long? code,
        double? after,
        string text,
        bool isEdit = false,
        bool isPlain = false
    ) =>
        Words(
            Judgement.Judge(
                new Answer
                {
                    Status = status,
                    Code = code,
                    Text = text,
                    RetryAfter = after is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
                },
                isEdit,
                isPlain
            )
        );

    static string Words(Verdict verdict) =>
        verdict switch
        {
            Verdict.RetryLater { After: { } after } => Invariant($"RetryLater after {after.TotalSeconds} s"),
            Verdict.RetryLater later => Invariant(
                $"RetryLater first {later.AtLeast.TotalSeconds} s, at most {later.AtMost.TotalSeconds} s"
            ),
            _ => verdict.GetType().Name,
        };

    static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

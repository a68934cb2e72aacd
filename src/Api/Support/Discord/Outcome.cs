namespace Benevoclic.Api.Support.Discord;

/// <summary>What one try to send a message came to.</summary>
/// <param name="Problem">In words; null when Discord has taken it.</param>
/// <param name="Wait">How long Discord asks us to wait.</param>
sealed record Outcome(string? Problem, bool MayHelpToWait, TimeSpan? Wait = null)
{
    public static Outcome Lost(string problem) => new(problem, MayHelpToWait: true);

    public static Outcome Of(HttpResponseMessage answer) =>
        (int)answer.StatusCode switch
        {
            >= 200 and < 300 => new(null, MayHelpToWait: false),
            429 => new("Discord answered 429", MayHelpToWait: true, answer.Headers.RetryAfter?.Delta),
            var status => new($"Discord answered {status}", MayHelpToWait: status >= 500),
        };
}

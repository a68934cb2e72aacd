using Benevoclic.Relay.Discord;
using Benevoclic.Relay.Journaling;
using Benevoclic.Relay.Texts;

namespace Benevoclic.Relay.Delivery;

/// <summary>What follows from a try that did not do what it should.</summary>
enum Sequel
{
    /// <summary>It was written by an earlier version, in words.</summary>
    InWords,

    /// <summary>It is tried again.</summary>
    Again,

    /// <summary>The same is said in another form.</summary>
    OtherForm,

    /// <summary>Nothing, until there is another webhook.</summary>
    WebhookGone,

    /// <summary>Nothing, until the address is right.</summary>
    NoWebhook,

    /// <summary>It stays as Discord shows it: too old to be edited again.</summary>
    TooOld,

    /// <summary>Discord has never seen what it would edit.</summary>
    OnPageOnly,

    /// <summary>It was posted anew, because what it would edit was deleted.</summary>
    PostedAnew,

    /// <summary>It stays on our page.</summary>
    Refused,

    /// <summary>It would come too late to be of use.</summary>
    TooLate,

    /// <summary>It has not been tried yet.</summary>
    Untried,
}

/// <summary>
/// Why something is not on Discord, or not as it was meant. Kept as it is, and put into words by whoever shows it: people read theirs in
/// the team's language, logs and programs read English.
/// </summary>
/// <param name="Reply">What came back last; null when nothing was sent.</param>
/// <param name="Wait">Seconds until the next try, for <see cref="Sequel.Again"/>.</param>
/// <param name="Words">For <see cref="Sequel.InWords"/>.</param>
sealed record Trouble(Sequel Sequel, Reply? Reply = null, double? Wait = null, string? Words = null)
{
    /// <summary>From the journal, where earlier versions wrote English words.</summary>
    public static Trouble Parse(string text) =>
        text.StartsWith('{') ? JournalJson.Trouble(text) : new Trouble(Sequel.InWords, Words: text);

    public override string ToString() => English.Language.Say(this);
}

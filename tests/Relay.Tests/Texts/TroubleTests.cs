using Benevoclic.Relay.Delivery;
using Benevoclic.Relay.Discord;
using Benevoclic.Relay.Journaling;
using Benevoclic.Relay.Texts;

namespace Benevoclic.Relay.Tests.Texts;

public sealed class TroubleTests
{
    static readonly (Trouble Trouble, string French, string English)[] Troubles =
    [
        (
            new(Sequel.Again, new Reply(500), 1.5),
            "nouvel essai dans 1,5 s : Discord a répondu 500",
            "trying again in 1.5 s: Discord answered 500"
        ),
        (
            new(Sequel.Again, new Reply(null, Failure.NoName), 2),
            "nouvel essai dans 2 s : Discord est injoignable, son nom ne se résout pas",
            "trying again in 2 s: Discord cannot be reached: its name cannot be resolved"
        ),
        (
            new(Sequel.WebhookGone, new Reply(404, Said: "Unknown Webhook")),
            "Discord a répondu 404 « Unknown Webhook ». Le webhook n’existe plus : faites-en un autre dans Discord et mettez son adresse dans DISCORD_WEBHOOK_URL",
            "Discord answered 404: Unknown Webhook. The webhook does not exist any more: make a new one in Discord and set DISCORD_WEBHOOK_URL"
        ),
        (
            new(Sequel.TooLate, new Reply(null, Failure.Late)),
            "abandonné, il serait arrivé trop tard ; dernier essai : Discord n’a pas répondu à temps",
            "given up, it would come too late; the last try: Discord did not answer in time"
        ),
        (new(Sequel.TooLate), "abandonné, il serait arrivé trop tard", "given up, it would come too late"),
        (Trouble.Parse("Discord answered 500"), "Discord answered 500", "Discord answered 500"),
    ];

    [Fact]
    public void People_read_their_language_and_logs_English()
    {
        var french = Language.Of(Locale.French);

        Assert.Equal(
            Troubles.Select(one => (one.French, one.English)),
            Troubles.Select(one => (french.Say(one.Trouble).Replace('\u00A0', ' '), one.Trouble.ToString()))
        );
    }

    [Fact]
    public void The_journal_gives_back_what_it_was_given() =>
        Assert.All(Troubles, one => Assert.Equal(one.Trouble, Trouble.Parse(JournalJson.Of(one.Trouble))));

    /// <summary>A sequel or a failure without its words would be an error on the page.</summary>
    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public void Nothing_can_happen_that_has_no_words(string code)
    {
        var language = Language.Of(code == "en" ? Locale.English : Locale.French);

        foreach (var sequel in Enum.GetValues<Sequel>().Where(sequel => sequel != Sequel.InWords))
        foreach (var failure in Enum.GetValues<Failure>())
            Assert.DoesNotContain(
                "{",
                language.Say(new Trouble(sequel, new Reply(null, failure), 1)),
                StringComparison.Ordinal
            );
    }
}

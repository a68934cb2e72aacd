using System.Text;
using Benevoclic.Relay.Discord;
using Benevoclic.Relay.Tests.Harness;
using Benevoclic.Relay.Tests.Texts;
using CsCheck;

namespace Benevoclic.Relay.Tests.Discord;

public sealed class FittingCards
{
    static readonly Gen<AnAlert> AnyAlert = Gen.Select(
        Gen.OneOf(Gen.Int[0, Wordings.AlertNames.Count - 1].Select(i => Wordings.AlertNames[i]), Hostile.Any),
        Hostile.Any,
        Hostile.Any,
        Hostile.Any,
        (name, one, two, three) =>
            new AnAlert(name)
            {
                Job = one,
                Severity = two,
                Labels =
                {
                    ["instance"] = three,
                    ["service"] = one,
                    ["release"] = two,
                },
                Annotations =
                {
                    ["summary"] = one,
                    ["description"] = two,
                    ["runbook_url"] = three,
                },
            }
    );

    [Fact]
    public void Whatever_an_alert_says_Discord_takes_it() =>
        AnyAlert.Sample(
            alert =>
            {
                foreach (var card in Wordings.CardsOf(alert.Parsed))
                {
                    DiscordModel.Accept(DiscordPayload.Of(card).ToJson());
                    DiscordModel.Accept(DiscordPayload.Plain(card).ToJson());
                }
            },
            iter: 40
        );

    [Fact]
    public void Whatever_stands_in_an_unreadable_body_Discord_takes_it() =>
        Hostile.Any.Sample(
            text => DiscordModel.Accept(DiscordPayload.Of(Wordings.French.Unreadable(text, default)).ToJson()),
            iter: 500
        );

    [Fact]
    public void A_card_far_beyond_every_limit_is_cut_to_fit()
    {
        var card = new Card
        {
            Name = "X",
            Colour = Colour.Red,
            Title = new string('t', 9000),
            Description = string.Concat(Enumerable.Repeat("😀", 9000)),
            Fields =
            [
                .. Enumerable.Range(0, 40).Select(i => new CardField(new string('n', 300), new string('v', 3000))),
            ],
            Footer = new string('f', 9000),
            At = default,
        };

        DiscordModel.Accept(DiscordPayload.Of(card).ToJson());
        DiscordModel.Accept(
            DiscordPayload
                .Of(card with { Title = " ", Description = "", Fields = [new("", ""), new("a", " ")] })
                .ToJson()
        );
    }

    [Fact]
    public void Labels_of_100_kB_do_no_harm()
    {
        var alert = new AnAlert("ServerDown")
        {
            Job = new string('*', 100_000),
            Labels = { ["instance"] = new string('\u0301', 100_000) },
        };

        foreach (var card in Wordings.CardsOf(alert.Parsed))
            DiscordModel.Accept(DiscordPayload.Of(card).ToJson());
    }

    [Fact]
    public void Nobody_is_called_and_nothing_is_formatted_by_a_label()
    {
        var alert = new AnAlert("Odd") { Job = "@everyone **bold** [x](http://evil.example) <@1>" };

        var json = Encoding.UTF8.GetString(DiscordPayload.Of(Wordings.French.Of(AnIncident.Of(alert))).ToJson());

        Assert.Contains(
            @"\\@everyone \\*\\*bold\\*\\* \\[x\\](http://evil.example) \\<\\@1\\>",
            json,
            StringComparison.Ordinal
        );
        Assert.Contains(
            """
            "allowed_mentions":{"parse":[]}
            """,
            json,
            StringComparison.Ordinal
        );
    }
}

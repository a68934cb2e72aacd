using Benevoclic.Relay.Delivery;
using Benevoclic.Relay.Deploys;
using Benevoclic.Relay.Discord;
using Benevoclic.Relay.Incidents;

namespace Benevoclic.Relay.Texts;

/// <summary>Cards that tell of several things at once.</summary>
sealed partial class CardWriter
{
    /// <summary>More lines nobody reads; what they leave out is on the relay's page.</summary>
    const int Lines = 30;

    /// <summary>What was over before anybody could be told, in one message.</summary>
    public Card Digest(IReadOnlyList<Incident> over) =>
        Plain("digest", Colour.Green, Counted(_words.Digest.Headline, over.Count), over.Max(EndOf)) with
        {
            Description = $"{Typeset(_words.Digest.Text)}\n{List(over, Lasted)}",
        };

    /// <summary>Very many at once, in one message that is edited as they end.</summary>
    public Card Storm(IReadOnlyList<Incident> all)
    {
        var left = all.Count(incident => !incident.IsClosed);
        var isCritical = all.Any(incident => !incident.IsClosed && AlertType.IsCritical(incident.Alert));
        var count = Typeset(_words.StormLeft)
            .Replace("{left}", Number(left), StringComparison.Ordinal)
            .Replace("{count}", Number(all.Count), StringComparison.Ordinal);
        return Plain(
            "storm",
            left == 0 ? Colour.Green
                : isCritical ? Colour.Red
                : Colour.Orange,
            Counted(left == 0 ? _words.Storm.Over! : _words.Storm.Headline, all.Count),
            all.Min(incident => incident.StartsAt)
        ) with
        {
            Description =
                $"{(left == 0 ? "" : $"{Typeset(_words.Storm.Text)}\n{count}\n")}{List(Sorted(all), Standing)}",
            Fields = [new(_labels.Links, Markdown.Link("Alertmanager", links.Alertmanager))],
            Importance = isCritical ? Importance.Loud : Importance.Normal,
        };
    }

    /// <summary>What only the second webhook got.</summary>
    public Card Elsewhere(IReadOnlyList<Message> missed, DateTimeOffset at) =>
        Plain("elsewhere", Colour.Grey, Counted(_words.Elsewhere.Headline, missed.Count), at) with
        {
            Description =
                $"{Typeset(_words.Elsewhere.Text)}\n{List(missed, message => $"{Mark(message.Card.Colour)} {Markdown.Date(message.At)} {Markdown.Escape(message.Card.Title, 100)}")}",
            Importance = Importance.Quiet,
        };

    /// <summary>How the services of one deploy ended; none that goes well makes a sound.</summary>
    public Card Deployed(IReadOnlyList<Deploy> deploys, DateTimeOffset at)
    {
        var worst = deploys.Max(deploy => deploy.End!.Value);
        var isRollback = worst == DeployEnd.Committed && deploys[0].IsRollback;
        var headline = isRollback ? _words.RolledBack : _words.DeployEnds[worst];
        return Plain("deploy", ColourOf(worst), headline, at) with
        {
            Description = string.Join(
                '\n',
                deploys.Take(10).Select(Line).Append(worst == DeployEnd.Stuck ? _words.DeployStuck : "")
            ),
            Fields = [.. deploys.Where(deploy => deploy.Receipt is { Length: > 0 }).Take(10).Select(Receipt)],
            Footer = deploys[0].By is { Length: > 0 } by
                ? $"{_labels.Footer} · {_words.DeployedBy.Replace("{name}", by.OneLine().CutTo(80), StringComparison.Ordinal)}"
                : _labels.Footer,
            Importance = worst switch
            {
                DeployEnd.Committed => Importance.Quiet,
                DeployEnd.Stuck => Importance.Loud,
                _ => Importance.Normal,
            },
        };
    }

    static Colour ColourOf(DeployEnd end) =>
        end switch
        {
            DeployEnd.Committed => Colour.Blue,
            DeployEnd.Undone => Colour.Orange,
            DeployEnd.Stuck => Colour.Red,
            _ => Colour.Grey,
        };

    string Line(Deploy deploy) =>
        Typeset(deploy.Previous is null ? _words.DeployedFirst : _words.DeployedFrom)
            .Replace("{service}", Markdown.Escape(deploy.Service, 60), StringComparison.Ordinal)
            .Replace("{previous}", Markdown.Escape(deploy.Previous ?? "", 60), StringComparison.Ordinal)
            .Replace("{release}", Markdown.Escape(deploy.Release, 60), StringComparison.Ordinal);

    static CardField Receipt(Deploy deploy) =>
        new(deploy.Service.OneLine().CutTo(100), Markdown.EscapeLines(deploy.Receipt!, 500));

    string Counted(string text, int count) => Typeset(text).Replace("{count}", Number(count), StringComparison.Ordinal);

    string List<T>(IReadOnlyList<T> all, Func<T, string> line) =>
        string.Join(
            '\n',
            all.Take(Lines).Select(line).Append(all.Count > Lines ? Counted(_words.AndMore, all.Count - Lines) : "")
        );

    /// <summary>What lasts and matters, first.</summary>
    static List<Incident> Sorted(IReadOnlyList<Incident> all) =>
        [
            .. all.OrderBy(incident => incident.IsClosed)
                .ThenBy(incident => !AlertType.IsCritical(incident.Alert))
                .ThenBy(incident => incident.Id),
        ];

    string Standing(Incident incident) =>
        $"{(incident.IsClosed ? "🟢" : Mark(AlertType.ColourOf(incident.Alert)))} {NameOf(incident)}";

    string Lasted(Incident incident) =>
        $"🟢 {NameOf(incident)} · {Markdown.Date(incident.StartsAt)} · {language.Duration(incident.LastedUntil(EndOf(incident)))}";

    static string NameOf(Incident incident)
    {
        var where = incident.Alert.Label("instance") ?? incident.Alert.Label("job");
        return $"**{Markdown.Escape(incident.Alert.Name, 40)}**{(where is null ? "" : $" {Markdown.Escape(where, 40)}")}";
    }

    static string Mark(Colour colour) => DiscordPayload.Mark(colour);
}

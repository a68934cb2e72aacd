namespace Benevoclic.Relay.Discord;

/// <summary>What Discord accepts in one message; more than that is answered with 400 and shown to nobody.</summary>
static class DiscordLimits
{
    public const int Title = 256;
    public const int Description = 4096;
    public const int Fields = 25;
    public const int FieldName = 256;
    public const int FieldValue = 1024;
    public const int Footer = 2048;

    /// <summary>Title, description, fields and footer together.</summary>
    public const int Sum = 6000;

    /// <summary>Our texts are far below; this is the net under a hostile alert.</summary>
    public static Card Fit(Card card)
    {
        var title = Filled(card.Title.CutTo(Title), card.Name);
        var footer = card.Footer.CutTo(Footer).Trim();
        var left = Sum - title.CodePoints() - footer.CodePoints();
        var description = card.Description.CutTo(Math.Min(Description, left)).Trim();
        return card with
        {
            Title = title,
            Footer = footer,
            Description = description,
            Fields = Fit(card.Fields, left - description.CodePoints()),
        };
    }

    static List<CardField> Fit(IReadOnlyList<CardField> fields, int left)
    {
        var fitting = new List<CardField>();
        foreach (var field in fields)
        {
            var cut = field with
            {
                Name = field.Name.CutTo(FieldName).Trim(),
                Value = field.Value.CutTo(FieldValue).Trim(),
            };
            if (cut.Name.Length == 0 || cut.Value.Length == 0)
                continue;
            left -= cut.Name.CodePoints() + cut.Value.CodePoints();
            if (left < 0 || fitting.Count == Fields)
                break;
            fitting.Add(cut);
        }
        return fitting;
    }

    static string Filled(string text, string fallback) =>
        text.Trim() is { Length: > 0 } trimmed ? trimmed
        : fallback.OneLine().CutTo(Title) is { Length: > 0 } name ? name
        : "?";
}

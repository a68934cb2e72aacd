namespace Benevoclic.Relay.Discord;

/// <summary>One message as people see it in the channel: Discord's embed.</summary>
sealed record Card
{
    /// <summary>The message's type, such as ServerDown; short and free of surprises, for logs.</summary>
    public required string Name { get; init; }

    public required Colour Colour { get; init; }

    /// <summary>Plain text: Discord shows no links or dates here.</summary>
    public required string Title { get; init; }

    /// <summary>In Discord's markdown, as are the values of <see cref="Fields"/>.</summary>
    public string Description { get; init; } = "";

    public IReadOnlyList<CardField> Fields { get; init; } = [];
    public string Footer { get; init; } = "";
    public Importance Importance { get; init; }
    public required DateTimeOffset At { get; init; }
}

sealed record CardField(string Name, string Value, bool Inline = false);

/// <summary>How much noise a new message makes.</summary>
enum Importance
{
    Normal,

    /// <summary>Those on call are mentioned, when the settings say who they are.</summary>
    Loud,

    /// <summary>Nobody's phone makes a sound.</summary>
    Quiet,
}

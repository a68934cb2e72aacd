namespace Benevoclic.EndToEnd.Relay.Faults;

/// <summary>
/// What breaks on an alert's way, and exactly which messages are in the channel afterwards. docs/RELAIS.md shows the same table to
/// people, and a test holds the two together.
/// </summary>
static class FaultTable
{
    public const string Down = "rouge ServerDown · l’API ne répond plus";
    public const string DownAgain = $"{Down} (renvoi possible)";
    public const string Up = "vert ServerUp · l’API répond de nouveau";
    public const string UpAgain = $"{Up} (renvoi possible)";
    public const string Unknown = "gris ServerDown · état inconnu";
    public const string Over = "vert ServerDown · incident terminé";

    public static IReadOnlyList<Fault> Rows { get; } =
    [.. OfTheRelay.Rows, .. OfDiscord.Rows, .. OfTheNeighbours.Rows, .. OfNumbers.Rows];

    public static FiringAlert ServerDown => new("ServerDown", TimeProvider.System.GetUtcNow());
}

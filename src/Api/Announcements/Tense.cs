namespace Benevoclic.Api.Announcements;

/// <summary>An event that begins this minute is both.</summary>
enum Tense
{
    Upcoming,
    Past,
}

namespace Benevoclic.Relay.Texts;

/// <summary>The language of everything people read; logs and events are for the team and stay English.</summary>
enum Locale
{
    French,
    English,
}

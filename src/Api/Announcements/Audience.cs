namespace Benevoclic.Api.Announcements;

/// <summary>Who reads an answer.</summary>
enum Audience
{
    /// <summary>Anybody on the internet.</summary>
    Visitors,

    /// <summary>Somebody with an account.</summary>
    Members,
}

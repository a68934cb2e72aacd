namespace Benevoclic.Api.Announcements.Searching;

/// <summary>What an announcement must be to be found; null and empty lists ask for nothing.</summary>
sealed record Search
{
    /// <summary>The public sees what is neither hidden nor withdrawn, has a date, and is not over. Null shows everything.</summary>
    public Moment? UpcomingAt { get; init; }

    public string? AssociationId { get; init; }

    /// <summary>Fields and what they must contain, without regard to case and accents. One that fits is enough.</summary>
    public IReadOnlyList<SearchTerm> Terms { get; init; } = [];

    public string? Status { get; init; }

    /// <summary>One of them is enough.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    public TextRange Hours { get; init; } = TextRange.Any;

    public TextRange DateEvent { get; init; } = TextRange.Any;

    public TextRange DatePublication { get; init; } = TextRange.Any;

    public SearchArea? Area { get; init; }

    public SearchOrder Order { get; init; } = SearchOrder.NewestFirst;

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    public int Limit { get; init; } = SearchPaging.DefaultLimit;

    /// <summary>What everybody sees who opens the site.</summary>
    public bool IsHomePage =>
        AsksOnlyWhen
        && Hours == TextRange.Any
        && DateEvent == TextRange.Any
        && Page == 1
        && Limit == SearchPaging.DefaultLimit;

    /// <summary>What is to come, on some days or at some hours, in whatever order.</summary>
    public bool AsksOnlyWhen =>
        UpcomingAt is not null
        && AssociationId is null
        && Status is null
        && Terms.Count == 0
        && Tags.Count == 0
        && DatePublication == TextRange.Any
        && Area is null;

    public long Skipped => (long)(Page - 1) * Limit;
}

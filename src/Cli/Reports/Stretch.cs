namespace Benevoclic.Cli.Reports;

/// <summary>A time between two moments.</summary>
sealed record Stretch(DateTimeOffset From, DateTimeOffset Until)
{
    public TimeSpan Length => Until > From ? Until - From : TimeSpan.Zero;

    public Stretch Within(DateTimeOffset from, DateTimeOffset to) =>
        new(From > from ? From : from, Until < to ? Until : to);
}

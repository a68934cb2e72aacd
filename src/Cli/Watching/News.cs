namespace Benevoclic.Cli.Watching;

/// <summary>A change that people should know.</summary>
abstract record News
{
    /// <summary>It does not answer any more.</summary>
    public sealed record Down(string Why) : News;

    /// <summary>It answers again, after so long.</summary>
    public sealed record Up(TimeSpan Away) : News;

    /// <summary>The certificate should have been renewed, and was not.</summary>
    public sealed record Ending(DateTimeOffset Ends, int Days) : News;

    /// <summary>It was.</summary>
    public sealed record Renewed(DateTimeOffset Ends) : News;

    /// <summary>The relay does not answer any more, though the API does: no alert can reach Discord.</summary>
    public sealed record RelayDown : News;

    /// <summary>It answers again, and tells what it could not.</summary>
    public sealed record RelayUp : News;
}

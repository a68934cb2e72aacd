namespace Benevoclic.Cli.Stack;

/// <summary>A mount of a compose file.</summary>
/// <param name="Source">A path (absolute, or relative to the service's folder) or the name of a volume.</param>
/// <param name="Target">The path inside the container.</param>
sealed record Volume(string Source, string Target)
{
    public bool IsNamed => Source is not ['/' or '.' or '~', ..];

    /// <summary>Reads the short form <c>source:target[:options]</c>; null when it names no source.</summary>
    public static Volume? Parse(string text) =>
        text.Split(':') is [var source, ['/', ..] target, ..] ? new Volume(source, target.TrimEnd('/')) : null;
}

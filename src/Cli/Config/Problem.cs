namespace Benevoclic.Cli.Config;

/// <summary>One thing wrong with what a person wrote.</summary>
/// <param name="Where">File, line and path of the value, such as <c>benevoclic.yaml:12 ports.api</c>.</param>
/// <param name="What">What was found and what is allowed.</param>
sealed record Problem(string Where, string What)
{
    public override string ToString() => $"{Where}: {What}";
}

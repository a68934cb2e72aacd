namespace Benevoclic.Cli.Deploying;

/// <summary>
/// What runs for a service, as one whole: image, definition, files and environment. Rolling back brings all of it back.
/// </summary>
/// <param name="Id">Sorts by time, such as <c>20261122-175904-3f2a</c>.</param>
/// <param name="Service">The service.</param>
/// <param name="Image">The image as it can be pulled again: a digest where a registry gave one.</param>
/// <param name="Definition">SHA-256 of the rendered compose file, without the release's id.</param>
/// <param name="Files">SHA-256 by path of every file that the container mounts.</param>
/// <param name="Environment">Keyed hash by name of every variable: tells that a value changed, and not the value.</param>
/// <param name="By">Who deployed it.</param>
/// <param name="At">When.</param>
/// <param name="Commit">The commit it was made from, or null.</param>
/// <param name="Run">Address of the workflow run that deployed it, or null.</param>
sealed record Release(
    string Id,
    string Service,
    string Image,
    string Definition,
    IReadOnlyDictionary<string, string> Files,
    IReadOnlyDictionary<string, string> Environment,
    string By,
    DateTimeOffset At,
    string? Commit = null,
    string? Run = null
)
{
    public static string NewId(DateTimeOffset at, string definition) =>
        $"{at.UtcDateTime:yyyyMMdd-HHmmss}-{definition[..4]}";
}

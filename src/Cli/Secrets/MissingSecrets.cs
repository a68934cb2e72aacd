using Benevoclic.Cli.Servers;

namespace Benevoclic.Cli.Secrets;

/// <summary>Says which secrets are missing, all at once, and what to type where we are.</summary>
static class MissingSecrets
{
    /// <exception cref="CommandException">At least one is missing.</exception>
    public static void Refuse(IReadOnlyList<ListedSecret> secrets, IReadOnlyDictionary<string, string> environment)
    {
        var missing = secrets.Where(secret => secret.IsMissing).ToList();
        if (missing.Count > 0)
        {
            throw new CommandException(
                ExitCode.Usage,
                string.Join('\n', missing.Select(Words).Prepend("These secrets are not set:")),
                string.Join('\n', missing.Select(secret => Next(secret.Name, environment)).Prepend("Type:"))
            );
        }
    }

    /// <summary>A line for each that is required.</summary>
    public static IEnumerable<Finding> Findings(
        IReadOnlyList<ListedSecret> secrets,
        IReadOnlyDictionary<string, string> environment
    ) =>
        secrets
            .Where(secret => secret.IsRequired)
            .Select(secret =>
                secret.Place is { } place
                    ? Finding.Good($"The secret {secret.Name}, needed by {secret.By}, is {place}")
                    : Finding.Problem(
                        $"The secret {secret.Name}, needed by {secret.By}, is not set here",
                        $"Type: {Next(secret.Name, environment)}"
                    )
            );

    static string Words(ListedSecret secret) =>
        $"  {secret.Name}, needed by {secret.By}{(secret.About is { } about ? $": {about}" : "")}";

    /// <summary>In a workflow nobody can set a variable: it comes from the repository's secrets.</summary>
    static string Next(string name, IReadOnlyDictionary<string, string> environment) =>
        environment.GetValueOrDefault("GITHUB_ACTIONS") == "true" ? $"gh secret set {name}" : $"export {name}=…";
}

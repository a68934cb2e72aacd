using Benevoclic.Cli.Config;

namespace Benevoclic.Cli.Images;

/// <summary>Who we are to Docker Hub, by the names that the team already has.</summary>
static class RegistryLogin
{
    public const string DockerHub = "docker.io";

    /// <returns>The SDK's own variables: nothing is written to disk, as `docker login` would. Empty for any other registry: it must not learn the token.</returns>
    public static IReadOnlyDictionary<string, string> For(
        string? registry,
        IReadOnlyDictionary<string, string> environment
    ) =>
        registry == DockerHub
        && VariableReader.Of(environment, "DOCKERHUB_USERNAME") is { } user
        && VariableReader.Of(environment, "DOCKERHUB_TOKEN") is { } token
            ? new Dictionary<string, string>
            {
                ["DOTNET_CONTAINER_REGISTRY_UNAME"] = user,
                ["DOTNET_CONTAINER_REGISTRY_PWORD"] = token,
            }
            : new Dictionary<string, string>();
}

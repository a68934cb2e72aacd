namespace Benevoclic.Cli.Secrets;

/// <summary>What the command itself needs, whatever the services are. Those of services stand in their compose files.</summary>
static class OwnNeeds
{
    public const string Deploy = "deploy";
    public const string Build = "build";
    public const string Watch = "watch";

    public static IReadOnlyList<SecretNeed> All { get; } =
    [
        new("VPS_HOST", Deploy, true, "the server's name or address"),
        new("VPS_USERNAME", Deploy, true, "who we are there"),
        new("VPS_HOST_KEY", Deploy, true, "the server's fingerprint: ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub"),
        new("OVH_SSH_KEY", Deploy, true, "the private key; from a file: gh secret set OVH_SSH_KEY < FILE"),
        new("DOCKERHUB_USERNAME", Build, true, "the account that images are pushed to"),
        new("DOCKERHUB_TOKEN", Build, true, "an access token of that account that may write"),
        new("DISCORD_WEBHOOK_URL", Watch, true, "where messages go"),
        new("VPS_HOST", Watch, false, "the server's name or address"),
    ];

    public static IReadOnlyList<string> Acts { get; } = [.. All.Select(need => need.By).Distinct()];
}

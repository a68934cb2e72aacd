namespace Benevoclic.Cli.Deploying;

/// <summary>Where things are on a host; docs/decisions/0004 draws it.</summary>
sealed record HostFolder(string Path)
{
    public string Service(string service) => $"{Path}/services/{service}";

    public string Release(string service, string release) => $"{Service(service)}/releases/{release}";

    /// <summary>The files that a release mounts: its own copy.</summary>
    public string Files(string service, string release) => $"{Release(service, release)}/files";

    /// <summary>The files that a service with <c>rollout: reload</c> mounts, whatever the release.</summary>
    public string Live(string service) => $"{Service(service)}/live";

    /// <summary>A release keeps its secrets, so that going back to it brings them back.</summary>
    public string Secrets(string service, string release) => $"{Release(service, release)}/secrets";

    /// <summary>One file per service: where the proxy sends its requests.</summary>
    public string Upstreams => $"{Path}/proxy";
}

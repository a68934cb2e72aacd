namespace Benevoclic.Cli.Proofs;

/// <summary>Programs that can be asked what configuration they run.</summary>
enum ActiveKind
{
    Prometheus,
    Alertmanager,
}

/// <summary>How a service's process says what it really runs.</summary>
/// <param name="Kind">The program.</param>
/// <param name="File">Its configuration file, as a path in the service's folder.</param>
/// <param name="Folder">Where that folder is mounted in its container.</param>
sealed record ActiveSource(ActiveKind Kind, string File, string Folder)
{
    /// <summary>The HTTP paths whose answers tell it.</summary>
    public IReadOnlyList<string> Paths =>
        Kind == ActiveKind.Prometheus ? ["/api/v1/status/config", "/api/v1/rules"] : ["/api/v2/status"];
}

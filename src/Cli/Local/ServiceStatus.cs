namespace Benevoclic.Cli.Local;

/// <summary>What is known about a service at one moment.</summary>
/// <param name="Name">The service.</param>
/// <param name="State">Its state.</param>
/// <param name="Address">Where it answers, such as <c>http://localhost:3000</c>.</param>
/// <param name="Since">When it came into this state.</param>
/// <param name="Pid">Its process, while there is one.</param>
/// <param name="Detail">Why it is in this state, when that is not plain.</param>
sealed record ServiceStatus(
    string Name,
    ServiceState State,
    string Address,
    DateTimeOffset Since,
    int? Pid = null,
    string? Detail = null
);

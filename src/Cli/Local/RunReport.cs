using System.Text.Json.Serialization;

namespace Benevoclic.Cli.Local;

/// <summary>A whole run at one moment; <c>status --json</c> prints it.</summary>
/// <param name="Healthy">Everything that can run here is healthy.</param>
/// <param name="Since">When <c>up</c> started, or null when nothing runs.</param>
/// <param name="Pid">The process that looks after the services.</param>
/// <param name="Services">In the order in which they start.</param>
sealed record RunReport(bool Healthy, DateTimeOffset? Since, int? Pid, IReadOnlyList<ServiceStatus> Services)
{
    public static RunReport Of(DateTimeOffset? since, int? pid, IReadOnlyList<ServiceStatus> services) =>
        new(
            services.Any(service => service.State == ServiceState.Healthy)
                && services.All(service => service.State is ServiceState.Healthy or ServiceState.Unavailable),
            since,
            pid,
            services
        );

    /// <summary>Nothing is on its way any more.</summary>
    [JsonIgnore]
    public bool IsSettled =>
        Services.All(service =>
            service.State is not (ServiceState.Waiting or ServiceState.Starting or ServiceState.Stopping)
        );
}

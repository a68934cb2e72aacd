namespace Benevoclic.Relay.Neighbours;

static class NeighboursSetup
{
    /// <summary>The HTTP client's name.</summary>
    public const string Client = "neighbour";

    public static void AddNeighbours(this IServiceCollection services)
    {
        services.AddSingleton<PrometheusClient>();
        services.AddSingleton<AlertmanagerClient>();
        services
            .AddHttpClient(
                Client,
                client =>
                {
                    client.Timeout = TimeSpan.FromSeconds(2);
                    client.MaxResponseContentBufferSize = 32 * 1024 * 1024;
                }
            )
            // Prometheus, Alertmanager and the API are our neighbours: a company's proxy is not on the way to them.
            .ConfigurePrimaryHttpMessageHandler(() =>
                new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }
            )
            .RemoveAllLoggers();
    }
}

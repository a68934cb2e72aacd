using System.Text.Json;
using Benevoclic.Dashboards.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Benevoclic.Dashboards.Provisioning;

/// <summary>The dashboards, under the paths and in the shapes of Grafana's HTTP API.</summary>
static class DashboardsEndpoint
{
    public static void MapDashboards(this WebApplication app)
    {
        app.MapGet("/api/search", List);
        app.MapGet("/api/dashboards/uid/{uid}", Find);
        app.MapGet("/api/datasources", Sources);
    }

    static IEnumerable<Listed> List(Settings settings) =>
        DashboardFolder
            .Read(settings.Dashboards)
            .Select(file => new Listed(file.Uid, file.Title, $"/d/{file.Uid}", "dash-db"));

    static Results<Ok<Found>, NotFound> Find(string uid, Settings settings) =>
        DashboardFolder.Read(settings.Dashboards).FirstOrDefault(file => file.Uid == uid) is { } file
            ? TypedResults.Ok(new Found(file.Model))
            : TypedResults.NotFound();

    /// <summary>Without their addresses: a browser asks through us.</summary>
    static IEnumerable<Source> Sources(Settings settings) =>
        settings.Sources.Select(source => new Source(source.Uid, source.Type, source.Interval));

    sealed record Listed(string Uid, string Title, string Url, string Type);

    sealed record Found(JsonElement Dashboard);

    /// <param name="Interval">Seconds between two scrapes.</param>
    sealed record Source(string Uid, string Type, int Interval);
}

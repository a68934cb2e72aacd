using Benevoclic.Dashboards.Hosting;
using Benevoclic.Dashboards.Page;
using Benevoclic.Dashboards.Provisioning;
using Benevoclic.Dashboards.Questions;
using Microsoft.AspNetCore.Builder;

namespace Benevoclic.Dashboards.Tests;

/// <summary>The program on a free port, with a folder of dashboards of its own and a Prometheus that may not be there.</summary>
sealed class RunningViewer : IAsyncDisposable
{
    readonly WebApplication _app;

    RunningViewer(WebApplication app, string folder, int port) =>
        (_app, Folder, Http) = (app, folder, new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") });

    public string Folder { get; }

    public HttpClient Http { get; }

    /// <param name="prometheus">Where it asks.</param>
    public static async Task<RunningViewer> StartAsync(string prometheus = "http://127.0.0.1:9")
    {
        var folder = Directory.CreateTempSubdirectory("benevoclic-").FullName;
        var port = FreePorts.Take(1)[0];
        DataSource[] sources =
        [
            new("metrics", "prometheus", new Uri(prometheus), 5),
            new("alerts", "alertmanager", new Uri(prometheus), 15),
        ];
        var app = LocalServer.Create(new Settings(port, folder, null, sources), []);
        app.MapDashboards();
        app.MapQuestions();
        app.MapPage();
        await app.StartAsync();
        return new RunningViewer(app, folder, port);
    }

    public void Write(string name, string text) => File.WriteAllText(Path.Combine(Folder, name), text);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}

using Benevoclic.Dashboards.Hosting;
using Benevoclic.Dashboards.Provisioning;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Benevoclic.Dashboards.Page;

static class PageEndpoint
{
    public static void MapPage(this WebApplication app)
    {
        app.MapGet("/", Home);
        // Grafana puts a readable name behind the uid; links with it work here too.
        app.MapGet("/d/{uid}/{name?}", () => File("/index.html"));
        app.MapGet("/page/{**path}", (string path) => File($"/{path}"));
    }

    static RedirectHttpResult Home(Settings settings) =>
        TypedResults.Redirect(
            $"/d/{settings.Home ?? (DashboardFolder.Read(settings.Dashboards) is [var first, ..] ? first.Uid : "none")}"
        );

    static Results<FileContentHttpResult, NotFound> File(string path) =>
        PageFiles.Find(path) is { } bytes ? TypedResults.File(bytes, PageFiles.TypeOf(path)) : TypedResults.NotFound();
}

using Benevoclic.Api.Accounts;
using Benevoclic.Api.Announcements;
using Benevoclic.Api.Associations;
using Benevoclic.Api.Configuration;
using Benevoclic.Api.Dashboard;
using Benevoclic.Api.Favorites;
using Benevoclic.Api.Files;
using Benevoclic.Api.Hosting;
using Benevoclic.Api.Hosting.Health;
using Benevoclic.Api.Hosting.Json;
using Benevoclic.Api.Hosting.Metrics;
using Benevoclic.Api.Hosting.OpenApi;
using Benevoclic.Api.Hosting.Requests;
using Benevoclic.Api.Identity;
using Benevoclic.Api.Orphans;
using Benevoclic.Api.Repeats;
using Benevoclic.Api.SampleData;
using Benevoclic.Api.Settings;
using Benevoclic.Api.Storage;
using Benevoclic.Api.Support;
using Benevoclic.Api.Volunteers;
using Microsoft.AspNetCore.Connections;

namespace Benevoclic.Api;

static class Program
{
    // Settings are read once. Watching for a settings file that we do not have takes one of the 128 watches that a user of Linux has, and
    // with none left the start would fail.
    const string NoWatching = "--hostBuilder:reloadConfigOnChange=false";

    static async Task<int> Main(string[] args)
    {
        try
        {
            if (AdminCommand.IsMeant(args))
                return await AdminCommand.RunAsync(args, Console.In, Console.Out, Console.Error);
            if (SeedCommand.IsMeant(args))
                return await SeedCommand.RunAsync(Console.Out, Console.Error);
            if (HealthyCommand.IsMeant(args))
                return await HealthyCommand.RunAsync(Environment.GetEnvironmentVariable("ASPNETCORE_URLS"));
            await using var app = Build(args);
            await app.RunAsync();
            return 0;
        }
        catch (SettingsException error)
        {
            await Console.Error.WriteLineAsync(error.Message);
            return 2;
        }
        catch (IOException error) when (error.InnerException is AddressInUseException)
        {
            await Console.Error.WriteLineAsync(error.Message);
            return 1;
        }
    }

    /// <summary>The whole application, not started. A feature adds one line to each half.</summary>
    /// <param name="adjust">How a test replaces the clock or the log.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? adjust = null)
    {
        var builder = WebApplication.CreateSlimBuilder([.. args, NoWatching]);
        builder.AddSettings();
        builder.AddServer();
        builder.AddConsoleLog();
        builder.AddJson();
        builder.AddHealth();
        builder.AddMetrics();
        builder.AddApiDocument();
        builder.AddStorage();
        builder.AddAccounts();
        builder.AddVolunteers();
        builder.AddAssociations();
        builder.AddOwnerSettings();
        builder.AddAnnouncements();
        builder.AddFavorites();
        builder.AddDashboard();
        builder.AddRepeats();
        builder.AddOrphans();
        builder.Services.AddSingleton<Seeding>();
        builder.AddIdentity();
        builder.AddFiles();
        builder.AddSupport();
        adjust?.Invoke(builder);

        var app = builder.Build();
        app.UseRequestRules();
        app.UseRouting();
        app.UseBodyLimit();
        app.UseLastRequest();
        app.UseIdentity();
        app.UseReportLimits();
        app.UseRepeats();
        app.MapHealth();
        app.MapMetrics();
        app.MapApiDocument();
        app.MapAccounts();
        app.MapVolunteers();
        app.MapAssociations();
        app.MapOwnerSettings();
        app.MapFavorites();
        app.MapSupport();
        app.MapAnnouncements();
        app.MapDashboard();
        app.MapOrphans();
        app.MapFiles();
        return app;
    }
}

using Benevoclic.Relay.Alerts;
using Benevoclic.Relay.Delivery;
using Benevoclic.Relay.Deploys;
using Benevoclic.Relay.Events;
using Benevoclic.Relay.Hosting;
using Benevoclic.Relay.Incidents;
using Benevoclic.Relay.Journaling;
using Benevoclic.Relay.Page;

try
{
    var builder = Hosting.CreateBuilder(args);
    var settings = SettingsReader.Read(builder.Configuration);

    builder.AddHosting(settings);
    builder.Services.AddJournal(settings);
    builder.Services.AddEvents();
    builder.Services.AddDelivery(settings);
    builder.Services.AddIncidents(settings);
    builder.Services.AddDeploys();
    builder.Services.AddAlerts();

    var app = builder.Build();
    app.MapAlerts();
    app.MapPathTests();
    app.MapIncidents();
    app.MapDeploys();
    app.MapPage();
    app.MapEvents();
    app.MapHosting();
    app.MapReadiness();

    await app.RunAsync();
    return 0;
}
catch (SettingsException wrong)
{
    await Console.Error.WriteLineAsync(wrong.Message);
    return 2;
}
catch (Exception unavailable) when (unavailable is IOException or JournalException)
{
    // Most often: somebody else has the port, or the data folder is not ours to write.
    await Console.Error.WriteLineAsync($"benevoclic-relay cannot start: {unavailable.Message}");
    return 1;
}

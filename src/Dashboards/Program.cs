using Benevoclic.Dashboards.Hosting;
using Benevoclic.Dashboards.Page;
using Benevoclic.Dashboards.Provisioning;
using Benevoclic.Dashboards.Questions;

try
{
    var settings = SettingsReader.Read(Environment.GetEnvironmentVariable);
    var app = LocalServer.Create(settings, args);

    app.MapDashboards();
    app.MapQuestions();
    app.MapPage();

    await app.RunAsync();
    return 0;
}
catch (SettingsException wrong)
{
    await Console.Error.WriteLineAsync(wrong.Message);
    return 2;
}
catch (IOException unavailable)
{
    // Most often: somebody else has the port.
    await Console.Error.WriteLineAsync($"benevoclic-dashboards cannot start: {unavailable.Message}");
    return 1;
}

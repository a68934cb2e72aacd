namespace Benevoclic.EndToEnd.Relay;

/// <summary>
/// Our relay, and programs of Debian, unpacked into artifacts/tools and not installed. Without them, a test is skipped and says so.
/// </summary>
static class Programs
{
    /// <summary>Debian 12's Alertmanager is 0.25, Debian 13's is 0.28.</summary>
    public static IReadOnlyList<string> Suites { get; } = ["bookworm", "trixie"];

    static string Tools => Path.Combine(Repository.Root, "artifacts/tools");

    public static string AlertmanagerOf(string suite) =>
        Path.Combine(Tools, $"alertmanager-{suite}", "usr/bin/prometheus-alertmanager");

    /// <summary>A library that tells a program the time that a file says.</summary>
    public static string ClockSetter =>
        Directory
            .EnumerateFiles(Path.Combine(Tools, "faketime/usr/lib"), "libfaketimeMT.so.1", SearchOption.AllDirectories)
            .Single();

    /// <summary>Not started yet, and alone in the world but for its Prometheus.</summary>
    public static RunningProgram Relay(int port, string data, string webhook, string prometheus)
    {
        var dll = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../Relay/release/benevoclic-relay.dll"));
        var relay = new RunningProgram("dotnet", [dll], new Uri($"http://127.0.0.1:{port}/health"));
        relay.Environment["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}";
        relay.Environment["DISCORD_WEBHOOK_URL"] = webhook;
        relay.Environment["BENEVOCLIC_DATA"] = data;
        relay.Environment["PROMETHEUS_URL"] = prometheus;
        relay.Environment["ALERTMANAGER_URL"] = "http://127.0.0.1:1";
        relay.Environment["API_URL"] = "http://127.0.0.1:1";
        relay.Environment["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1";
        return relay;
    }

    public static void Need(string suite) =>
        Assert.SkipUnless(
            File.Exists(AlertmanagerOf(suite)) && Directory.Exists(Path.Combine(Tools, "faketime")),
            $"Debian {suite}'s Alertmanager, or libfaketime, is not in artifacts/tools; ./test.sh unpacks them"
        );
}

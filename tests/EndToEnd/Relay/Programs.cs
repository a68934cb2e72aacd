namespace Benevoclic.EndToEnd.Relay;

/// <summary>Programs of Debian, unpacked into artifacts/tools and not installed. Without them, a test is skipped and says so.</summary>
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

    public static void Need(string suite) =>
        Assert.SkipUnless(
            File.Exists(AlertmanagerOf(suite)) && Directory.Exists(Path.Combine(Tools, "faketime")),
            $"Debian {suite}'s Alertmanager, or libfaketime, is not in artifacts/tools; ./test.sh unpacks them"
        );
}

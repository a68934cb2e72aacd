using Benevoclic.Cli.Config;

namespace Benevoclic.Cli.Tests.Config;

/// <summary>The host that we deploy to, as the file and the team's variables name it.</summary>
public sealed class HostConfigTests : ReadingAnInstallation
{
    [Fact]
    public void What_was_pasted_with_blanks_or_its_line_s_end_counts_without_them()
    {
        var installation = Load(
            "",
            ("VPS_HOST", "vps.example.org\n"),
            ("VPS_USERNAME", " deploy "),
            ("VPS_PORT", "2222\r\n"),
            ("VPS_HOST_KEY", "\tSHA256:abc\n"),
            ("BENEVOCLIC_LOCALE", "fr\n"),
            ("BENEVOCLIC_HOST__FOLDER", "\n")
        );

        var host = installation.Host;
        Assert.Equal(("vps.example.org", "deploy", 2222), (host.Address, host.User, host.Port));
        Assert.Equal(("SHA256:abc", "/opt/benevoclic"), (host.Key, host.Folder));
        Assert.Empty(Problems.Found);
    }

    [Fact]
    public void What_a_watched_release_may_not_do_can_be_chosen_in_the_file_and_by_variables()
    {
        var limits = Load(
            "host: {limits: {errors: 1, latency: 250}}",
            ("BENEVOCLIC_HOST__LIMITS__LATENCY", "300")
        ).Host.Limits;

        Assert.Equal(new WatchLimits(Errors: 1, Latency: 300, Restarts: 0, Up: 50), limits);
        Load("host: {limits: {errors: 101, latency: fast, speed: 1}}", ("BENEVOCLIC_HOST__LIMITS__UP", "-1"));
        Assert.Contains("errors: should be a number between 0 and 100, found \"101\"", Said, StringComparison.Ordinal);
        Assert.Contains("latency: should be a number between 1 and 60000", Said, StringComparison.Ordinal);
        Assert.Contains("speed", Said, StringComparison.Ordinal);
        Assert.Contains(
            "variable BENEVOCLIC_HOST__LIMITS__UP: should be a number between 0 and 100",
            Said,
            StringComparison.Ordinal
        );
    }
}

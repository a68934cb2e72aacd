using Benevoclic.Cli.Servers;

namespace Benevoclic.Cli.Tests.Servers;

public sealed class HostStatusTests
{
    const string Running = "container	api	running	2026-11-22T17:59:04.5Z	2	0	20261122-175904-3f2a";

    [Theory]
    [InlineData("deployed	api	r1\n" + Running + "\nprobe	api	200", "Healthy", null)]
    [InlineData(Running + "\nprobe	api	204", "Healthy", null)]
    [InlineData(Running + "\nprobe	api	503", "Unhealthy", "its probe answers 503")]
    [InlineData(Running + "\nprobe	api	000", "Unhealthy", "does not answer")]
    [InlineData(Running, "Unhealthy", "does not answer")]
    [InlineData("container	api	exited	2026-11-22T17:59:04Z	0	137	r1", "Stopped", "exited, exit code 137")]
    [InlineData("container	api	restarting	2026-11-22T17:59:04Z	9	1	r1", "Stopped", "restarting, exit code 1")]
    [InlineData("deployed	api	r1", "Gone", "its container was removed by hand")]
    [InlineData("", "Absent", null)]
    [InlineData("container	relay	running	2026-11-22T17:59:04Z	0	0	r1\nprobe	relay	200", "Absent", null)]
    public void A_service_is_as_its_container_and_its_probe_say(string facts, string state, string? detail)
    {
        var service = One(facts);

        Assert.Equal((state, detail), (service.State.ToString(), service.Detail));
    }

    [Fact]
    public void What_it_uses_and_since_when_it_runs_is_told()
    {
        var service = One($"{Running}\nprobe	api	200\nstats	benevoclic-api	1.27%	71.2MiB / 512MiB");

        Assert.Equal(("20261122-175904-3f2a", 2), (service.Release, service.Restarts));
        Assert.Equal(("1.27%", "71.2MiB / 512MiB"), (service.Cpu, service.Memory));
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 17, 59, 4, 500, TimeSpan.Zero), service.Since);
        Assert.Equal("http://vps:80", service.Address);
    }

    [Fact]
    public void A_container_that_no_deploy_made_has_no_release_and_a_stopped_one_no_uptime()
    {
        var service = One("container	api	exited	2026-11-22T17:59:04Z	0	0	");

        Assert.Null(service.Release);
        Assert.Null(service.Since);
    }

    [Theory]
    [InlineData("", "", false)]
    [InlineData("200", "", true)]
    [InlineData("200", "200", true)]
    [InlineData("200", "500", false)]
    [InlineData("500", "", false)]
    public void A_host_is_healthy_when_something_was_deployed_and_all_of_it_answers(
        string api,
        string relay,
        bool isHealthy
    )
    {
        static string Facts(string service, string answer) =>
            answer.Length == 0
                ? ""
                : $"container	{service}	running	2026-11-22T17:59:04Z	0	0	r1\nprobe	{service}	{answer}";

        var status = Parse($"{Facts("api", api)}\n{Facts("relay", relay)}", "api", "relay");

        Assert.Equal(isHealthy, status.Healthy);
    }

    [Fact]
    public void Who_froze_it_and_its_clock_are_told()
    {
        var status = Parse("""frozen	{"by":"paul","since":"2026-11-22T17:00:00+00:00","why":"the disk"}""");

        Assert.Equal(("paul", "the disk"), (status.Deploys.Frozen?.By, status.Deploys.Frozen?.Why));
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 18, 0, 0, TimeSpan.Zero), status.Now);
        Assert.Null(Parse("").Deploys.Frozen);
    }

    static HostedService One(string facts) => Parse(facts, "api").Services.Single();

    static HostStatus Parse(string facts, params IReadOnlyList<string> services) =>
        HostStatus.Parse(
            $"now	2026-11-22T18:00:00Z\n{facts}",
            "vps",
            [.. services.Select(name => AService.Named(name))],
            _ => "http://vps:80"
        );
}

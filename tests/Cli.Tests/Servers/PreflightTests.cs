using Benevoclic.Cli.Servers;

namespace Benevoclic.Cli.Tests.Servers;

public sealed class PreflightTests
{
    static readonly DateTimeOffset Noon = DateTimeOffset.UnixEpoch.AddSeconds(1000);

    const string Ready = """
        clock	1000.5
        user	deploy	1000
        os	Debian GNU/Linux 13 (trixie)
        root	yes
        folder	writable
        disk	/opt/benevoclic	20000000
        memory	2000000	1000000
        listen	0100007F:0BB8
        listen	00000000:0016
        engine	26.1.5+dfsg1
        compose	2.26.1-4
        image	caddy:2.11.7	here
        image	benevoclic/api:1	registry
        clock	1000.9
        """;

    [Fact]
    public void A_host_that_has_everything_has_no_problem() => Assert.Empty(Problems(Ready));

    [Theory]
    [InlineData("engine	26.1.5+dfsg1", "engine	absent", "There is no Docker on the host", "Type: ./benevoclic setup")]
    [InlineData("engine	26.1.5+dfsg1", "engine	19.03.1", "Docker Engine 19.03.1 is older than 20.10", "docker.io")]
    [InlineData(
        "engine	26.1.5+dfsg1",
        "engine	silent	permission denied",
        "permission denied",
        "usermod -aG docker deploy"
    )]
    [InlineData("engine	26.1.5+dfsg1", "engine	silent	is it running?", "is it running?", "systemctl start docker")]
    [InlineData("compose	2.26.1-4", "", "There is no Compose v2", "./benevoclic setup")]
    [InlineData("compose	2.26.1-4", "compose	1.29.2", "Compose 1.29.2 is older than 2.0", "./benevoclic setup")]
    [InlineData("folder	writable", "folder	closed", "deploy may not write in /opt/benevoclic", "./benevoclic setup")]
    [InlineData("20000000", "1000000", "976 MB free for /opt/benevoclic", "./benevoclic prune")]
    [InlineData("2000000	1000000", "2000000	100000", "97 MB of memory free", "status --host")]
    [InlineData("00000000:0016", "00000000:0BB8", "Port 3000 is taken by a program", "ss -ltnp")]
    [InlineData("root	yes", "root	no", "deploy may not become root without a password", "setup --user deploy")]
    [InlineData("listen	00000000:0016", "missing	flock", "flock is not on the host", "./benevoclic setup")]
    [InlineData("1000.5", "900.5", "Its clock is 100 s behind ours; 5 s are allowed", "timedatectl")]
    [InlineData("1000.9", "1100.9", "Its clock is 100 s ahead of ours", "timedatectl")]
    [InlineData(
        "caddy:2.11.7	here",
        "caddy:2.11.7	nowhere	no route",
        "caddy:2.11.7 is neither",
        "docker pull caddy:2.11.7"
    )]
    [InlineData(
        "benevoclic/api:1	registry",
        "benevoclic/api:1	nowhere	404",
        "benevoclic/api:1 is neither",
        "build --push"
    )]
    public void Each_lack_is_one_problem_with_what_to_type(string there, string instead, string problem, string next)
    {
        var found = Assert.Single(Problems(Ready.Replace(there, instead, StringComparison.Ordinal)));

        Assert.Contains(problem, found.Text, StringComparison.Ordinal);
        Assert.Contains(next, found.Next, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("published	/proxy	yes	0.0.0.0	3000", "Good", "Nobody else has")]
    [InlineData("published	/x	no	0.0.0.0	3000", "Problem", "taken by the container x")]
    [InlineData("published	/x	no	0.0.0.0	8080", "Note", "opens port 8080 to everybody")]
    [InlineData("published	/x	no	::	8080", "Note", "opens port 8080 to everybody")]
    public void A_port_that_docker_opened_is_named_unless_it_is_ours(string fact, string verdict, string text) =>
        Assert.Contains(
            Judge($"{Ready}\n{fact}"),
            finding => finding.Verdict.ToString() == verdict && finding.Text.Contains(text, StringComparison.Ordinal)
        );

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    public void A_port_of_loopback_is_nobodys_business(string address) =>
        Assert.DoesNotContain(
            Judge($"{Ready}\npublished	/x	no	{address}	8080"),
            finding => finding.Text.Contains("8080", StringComparison.Ordinal)
        );

    [Theory]
    [InlineData("manager", "Good", "a manager of a swarm")]
    [InlineData("active", "Problem", "a worker of a swarm")]
    [InlineData("inactive", "Problem", "belongs to no swarm")]
    public void For_a_swarm_the_host_must_be_a_manager(string swarm, string verdict, string text)
    {
        var facts = PreflightFacts.Parse($"{Ready}\nswarm\t{swarm}");

        var found = Assert.Single(
            Preflight.Judge(facts, Wish with { OnSwarm = true }),
            finding => finding.Text.Contains("swarm", StringComparison.Ordinal)
        );
        Assert.Equal(verdict, found.Verdict.ToString());
        Assert.Contains(text, found.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            Preflight.Judge(facts, Wish),
            finding => finding.Text.Contains("swarm", StringComparison.Ordinal)
        );
    }

    static IEnumerable<Finding> Problems(string facts) =>
        Judge(facts).Where(finding => finding.Verdict == Verdict.Problem);

    static IReadOnlyList<Finding> Judge(string facts) => Preflight.Judge(PreflightFacts.Parse(facts), Wish);

    static PreflightWish Wish =>
        new("vps", "/opt/benevoclic", [3000, 9090], ["caddy:2.11.7"], (Noon, Noon.AddSeconds(1)));
}

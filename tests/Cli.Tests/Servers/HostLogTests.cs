using Benevoclic.Cli.Servers;

namespace Benevoclic.Cli.Tests.Servers;

public sealed class HostLogTests
{
    [Theory]
    [InlineData("api	2026-11-22T18:00:00.5Z it listens", "it listens")]
    [InlineData("api	2026-11-22T18:00:00.500000000Z 	two	tabs", "	two	tabs")]
    [InlineData("api	2026-11-22T18:00:00.5Z carriage return\r", "carriage return")]
    [InlineData("api	2026-11-22T18:00:00.5Z ", "")]
    [InlineData("api	2026-11-22T18:00:00.5Z", "")]
    public void A_line_of_Docker_is_a_moment_and_what_the_service_wrote(string line, string text)
    {
        var parsed = HostLog.Parse(line);

        Assert.Equal(("api", text), (parsed?.Service, parsed?.Text));
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 18, 0, 0, 500, TimeSpan.Zero), parsed?.At);
    }

    [Theory]
    [InlineData("")]
    [InlineData("api")]
    [InlineData("api	")]
    [InlineData("api	Error response from daemon: No such container: benevoclic-api")]
    [InlineData("2026-11-22T18:00:00Z without a service")]
    public void What_Docker_itself_says_is_no_line(string line) => Assert.Null(HostLog.Parse(line));
}

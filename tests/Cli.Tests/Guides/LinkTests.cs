using Benevoclic.Harness.Guides;

namespace Benevoclic.Cli.Tests.Guides;

public sealed class LinkTests
{
    [Fact]
    public void Every_link_leads_to_a_file_a_heading_or_the_web()
    {
        var broken = Guide
            .All.SelectMany(guide =>
                guide
                    .Links.Select(link => (guide, link.Line, link.Address, Why: WhyBroken(guide, link.Address)))
                    .Where(link => link.Why is not null)
            )
            .Select(link => $"{link.guide.Path}:{link.Line} {link.Address}: {link.Why}");

        Complaints.None(broken);
    }

    [Fact]
    public void No_heading_is_there_twice_so_that_a_link_to_it_is_clear()
    {
        var twice = Guide
            .All.Where(guide => guide.Path.StartsWith("docs/", StringComparison.Ordinal))
            .SelectMany(guide =>
                guide.Anchors.GroupBy(anchor => anchor).Where(group => group.Count() > 1).Select(group => group.Key)
            );

        Complaints.None(twice);
    }

    [Theory]
    [InlineData("RUNBOOKS.md", "docs/RUNBOOKS.md", true)]
    [InlineData("RUNBOOKS.md#serverdown", "docs/RUNBOOKS.md", true)]
    [InlineData("#serverdown", "docs/RUNBOOKS.md", true)]
    [InlineData("../stack/api/compose.yaml", "docs/RUNBOOKS.md", true)]
    [InlineData("https://example.org/page", "docs/RUNBOOKS.md", true)]
    [InlineData("http://localhost:3000/health", "docs/RUNBOOKS.md", true)]
    [InlineData("#no-such-alert", "docs/RUNBOOKS.md", false)]
    [InlineData("RUNBOOKS.md#no-such-alert", "docs/RUNBOOKS.md", false)]
    [InlineData("NO_SUCH_GUIDE.md", "docs/RUNBOOKS.md", false)]
    [InlineData("../../elsewhere", "docs/RUNBOOKS.md", false)]
    [InlineData("/etc/passwd", "docs/RUNBOOKS.md", false)]
    [InlineData("http://example.org", "docs/RUNBOOKS.md", false)]
    [InlineData("https://", "docs/RUNBOOKS.md", false)]
    [InlineData("", "docs/RUNBOOKS.md", false)]
    public void A_broken_link_is_seen(string address, string from, bool isGood)
    {
        Assert.Equal(isGood, WhyBroken(Guide.At(from), address) is null);
    }

    static string? WhyBroken(Guide guide, string address)
    {
        if (address.Contains("://", StringComparison.Ordinal))
        {
            return IsOnTheWeb(address) ? null : "should be https:// and a host (or http://localhost)";
        }
        var (path, anchor) = address.Split('#', 2) is [var before, var after] ? (before, after) : (address, null);
        var file = path.Length == 0 ? guide.Path : Relative(guide, path);
        if (path.Length == 0 && anchor is null)
        {
            return "leads nowhere";
        }
        if (file.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(path))
        {
            return "leads out of the checkout";
        }
        if (!Path.Exists(Path.Combine(Repository.Root, file)))
        {
            return "there is no such file";
        }
        return anchor is null || Guide.All.FirstOrDefault(one => one.Path == file)?.Anchors.Contains(anchor) == true
            ? null
            : "there is no such heading";
    }

    static bool IsOnTheWeb(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.Scheme == "https" && uri.Host.Contains('.') || uri is { Scheme: "http", IsLoopback: true });

    static string Relative(Guide guide, string path) =>
        Path.GetRelativePath(
            Repository.Root,
            Path.GetFullPath(Path.Combine(Repository.Root, Path.GetDirectoryName(guide.Path)!, path))
        );
}

using Benevoclic.Cli.Deploying;
using Benevoclic.Cli.Deploying.Pruning;
using CsCheck;

namespace Benevoclic.Cli.Tests.Deploying;

public sealed class PruneChoiceTests
{
    /// <summary>Letters by release, oldest first: g good, b undone, n never committed.</summary>
    [Theory]
    [InlineData("gggg", 4, 3, "r1")]
    [InlineData("gggg", 4, 0, "r1")]
    [InlineData("gggg", 4, 4, "")]
    [InlineData("gggggg", 6, 4, "r1 r2")]
    [InlineData("gggggg", 2, 3, "r1 r3")]
    [InlineData("gbgng", 5, 3, "r2 r4")]
    [InlineData("gggbb", 3, 3, "")]
    [InlineData("bbb", 0, 3, "r1 r2")]
    [InlineData("g", 1, 3, "")]
    public void Old_ones_go_and_the_last_good_ones_the_serving_one_and_newer_bad_ones_stay(
        string releases,
        int serving,
        int keep,
        string gone
    )
    {
        var stock = Stock("api", releases, serving);

        var plan = PruneChoice.Of(stock, [], keep, []);

        Assert.Equal(gone, string.Join(' ', plan.Releases.Select(old => old.Release.Id)));
        Assert.Equal(releases.Length, plan.Releases.Count + plan.Kept.Count);
    }

    [Fact]
    public void The_last_three_good_ones_and_the_serving_one_are_never_chosen() =>
        Gen.Select(Gen.String[Gen.Char["gbn"], 1, 12], Gen.Int[0, 12], Gen.Int[-1, 6])
            .Sample(
                (releases, serving, keep) =>
                {
                    var stock = Stock("api", releases, Math.Min(serving, releases.Length));
                    var kept = stock
                        .Releases.All.Where(stock.Releases.IsGood)
                        .TakeLast(3)
                        .Concat(stock.Releases.All.Where(stock.IsInUse));

                    var gone = PruneChoice.Of(stock, [], keep, []).Releases.Select(old => old.Release);

                    Assert.Empty(gone.Intersect(kept));
                }
            );

    [Fact]
    public void Of_the_services_that_were_not_named_nothing_goes()
    {
        var (api, relay) = (Stock("api", "gggg", 4), Stock("relay", "gggg", 4));
        var both = api with
        {
            Releases = new HostReleases(
                [.. api.Releases.All, .. relay.Releases.All],
                [.. api.Releases.Verdicts, .. relay.Releases.Verdicts]
            ),
            Current = new Dictionary<string, string> { ["api"] = "r4", ["relay"] = "r4" },
        };

        Assert.Equal(["relay"], PruneChoice.Of(both, ["relay"], 3, []).Releases.Select(old => old.Release.Service));
        Assert.Equal(2, PruneChoice.Of(both, [], 3, []).Releases.Count);
    }

    [Theory]
    [InlineData("benevoclic-api-r1", "api", "r1", false, 1)]
    [InlineData("benevoclic-api-r1", "api", "r1", true, 0)]
    // A service whose files are reloaded keeps the container of an older release.
    [InlineData("benevoclic-api", "api", "r1", false, 0)]
    [InlineData("somebody", "", "", true, 1)]
    public void A_release_whose_container_runs_or_has_the_name_of_the_service_stays(
        string name,
        string service,
        string release,
        bool isRunning,
        int gone
    )
    {
        var stock = Stock("api", "gggg", 4) with
        {
            Containers = [new StoredContainer(name, service, release, isRunning, "id-of-another")],
        };

        Assert.Equal(gone, PruneChoice.Of(stock, [], 3, []).Releases.Count);
    }

    [Fact]
    public void The_image_goes_under_all_its_names_in_its_repository()
    {
        var plan = PruneChoice.Of(Stock("api", "gggg", 4), [], 3, []);

        var image = Assert.Single(plan.Images);
        Assert.Equal(["api:r1", "api:also-r1"], image.Names);
        Assert.Equal(1000 + 7 * 1024, plan.Size);
    }

    [Fact]
    public void An_image_without_a_tag_goes_by_its_digest()
    {
        var stock = Stock("api", "gggg", 4);
        var untagged = stock with { Images = [.. stock.Images.Select(image => image with { Tags = ["other:r1"] })] };

        Assert.Equal(["api@sha256:r1"], Assert.Single(PruneChoice.Of(untagged, [], 3, []).Images).Names);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_image_that_a_container_of_others_has_stays(bool isRunning)
    {
        var stock = Stock("api", "gggg", 4) with
        {
            Containers = [new StoredContainer("theirs", "", "", isRunning, "id-r1")],
        };

        var plan = PruneChoice.Of(stock, [], 3, []);

        Assert.Single(plan.Releases);
        Assert.Empty(plan.Images);
    }

    [Fact]
    public void An_image_that_a_kept_release_has_or_that_is_about_to_run_stays()
    {
        var stock = Stock("api", "gggg", 4);
        var shared = stock with
        {
            Images =
            [
                .. stock.Images.Select(image =>
                    image.Id == "id-r1" ? image with { Digests = ["api@sha256:r1", "api@sha256:r4"] } : image
                ),
            ],
        };

        Assert.Empty(PruneChoice.Of(shared, [], 3, []).Images);
        Assert.Empty(PruneChoice.Of(stock, [], 3, ["api@sha256:r1"]).Images);
        Assert.Empty(PruneChoice.Of(stock, [], 3, ["api:also-r1"]).Images);
    }

    [Fact]
    public void What_the_host_says_is_understood()
    {
        var stock = HostStock.Parse(
            """
            current	api	r4
            folder	api	r4	12
            container	/benevoclic-api	api	r4	true	sha256:aa
            container	/theirs			false	sha256:bb
            image	sha256:aa	1000	api:v1 api:v2 	api@sha256:cc 
            image	sha256:bb	7		

            """,
            new HostReleases([], [])
        );

        Assert.Equal("r4", stock.Current["api"]);
        Assert.Equal(12 * 1024, stock.Sizes[("api", "r4")]);
        Assert.Equal(new StoredContainer("benevoclic-api", "api", "r4", true, "sha256:aa"), stock.Containers[0]);
        Assert.Equal(new StoredContainer("theirs", "", "", false, "sha256:bb"), stock.Containers[1]);
        Assert.Equal("sha256:aa", stock.Image("api@sha256:cc")?.Id);
        Assert.Equal("sha256:aa", stock.Image("api:v2")?.Id);
        Assert.Equal((7, 0), (stock.Images[1].Size, stock.Images[1].Tags.Count));
    }

    [Fact]
    public void Freed_space_counts_each_disk_once_and_is_never_negative()
    {
        var report = PruneReport.Parse(
            """
            before	/opt/benevoclic	100	/
            before	/var/lib/docker	100	/
            before	/other	50	/other
            left	image api:v1	in use
            after	/opt/benevoclic	300	/
            after	/var/lib/docker	300	/
            after	/other	20	/other
            after	/unknown	
            """
        );

        Assert.Equal(200 * 1024, report.Freed);
        Assert.Equal(["image api:v1: in use"], report.Left);
        Assert.Equal(3, report.After.Count);
        Assert.All(report.After, disk => Assert.True(disk.IsShort));
    }

    [Theory]
    [InlineData(0, "0 KB")]
    [InlineData(3 << 10, "3 KB")]
    [InlineData(20 << 20, "20 MB")]
    [InlineData(1536L << 20, "1.5 GB")]
    public void Bytes_are_written_for_people(long bytes, string words) => Assert.Equal(words, DiskSpace.Words(bytes));

    /// <param name="service">The service.</param>
    /// <param name="releases">A letter each, oldest first.</param>
    /// <param name="serving">Which one serves, from 1 on; 0 for none.</param>
    static HostStock Stock(string service, string releases, int serving)
    {
        var all = releases.Select((letter, at) => (letter, release: AHost.Release(service, Id(at)))).ToList();
        var verdicts = all.Where(one => one.letter != 'n')
            .Select(one =>
                AHost.Verdict(
                    one.release.Id,
                    service,
                    one.release.Id,
                    one.letter == 'g' ? DeployState.Committed : DeployState.Undone
                )
            );
        return new HostStock(
            new HostReleases([.. all.Select(one => one.release)], [.. verdicts]),
            serving == 0
                ? new Dictionary<string, string>()
                : new Dictionary<string, string> { [service] = Id(serving - 1) },
            all.ToDictionary(one => (service, one.release.Id), _ => 7L * 1024),
            [],
            [
                .. all.Select(one => new StoredImage(
                    $"id-{one.release.Id}",
                    1000,
                    [$"{service}:{one.release.Id}", $"{service}:also-{one.release.Id}", $"other:{one.release.Id}"],
                    [one.release.Image]
                )),
            ]
        );
    }

    /// <summary>Ids of real releases have one length, so that they sort by time.</summary>
    static string Id(int at) => at < 9 ? $"r{at + 1}" : $"s{at - 9}";
}

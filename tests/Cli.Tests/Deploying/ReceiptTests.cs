using Benevoclic.Cli.Deploying.Receipts;

namespace Benevoclic.Cli.Tests.Deploying;

public sealed class ReceiptTests
{
    static readonly DateTimeOffset Start = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
    static readonly Dictionary<string, double> Seconds = new() { ["staged"] = 1.25, ["gated"] = 0.5 };

    [Fact]
    public void Our_own_probes_are_not_users()
    {
        ProbeAnswer[] probes = [At(0, 200, "old"), At(100, 200, "old"), At(200, 502), At(300, 0), At(400, 200, "new")];

        var receipt = Receipt.Of("new", probes, new("1", "p", 1000, 3), new("2", "p", 1504, 9), Seconds);

        // Five probes, of which the proxy answered four, one of them with 502.
        Assert.Equal((500, 5), (receipt.Requests, receipt.Failed));
        Assert.Equal((5, 2, 300), (receipt.Probes, receipt.ProbesFailed, receipt.LongestGap));
        Assert.Equal(
            (Start.AddMilliseconds(100), Start.AddMilliseconds(400)),
            (receipt.OldLastSeen, receipt.NewFirstSeen)
        );
        Assert.Equal(
            "500 requests, 5 failed; 5 probes, 2 failed, longest gap 0.3 s; staged 1.25 s, gated 0.5 s",
            receipt.ToString()
        );
    }

    public static TheoryData<string?, string?> Incomparable =>
        new()
        {
            { null, "p" },
            { "p", null },
            { "p", "another process" },
            { "", "" },
        };

    [Theory]
    [MemberData(nameof(Incomparable))]
    public void Counts_of_two_processes_are_not_subtracted(string? before, string? after)
    {
        var receipt = Receipt.Of("new", [At(0, 200, "old")], Count(before), Count(after), Seconds);

        Assert.Null(receipt.Requests);
        Assert.Null(receipt.Failed);
        Assert.Equal("1 probes, 0 failed, longest gap 0.0 s; staged 1.25 s, gated 0.5 s", receipt.ToString());
    }

    [Fact]
    public void Where_nothing_was_public_there_is_the_time_that_it_took() =>
        Assert.Equal("staged 1.25 s, gated 0.5 s", Receipt.Unseen(Seconds).ToString());

    [Theory]
    [InlineData("probe\t1795377704.250000\t200\t20261122-200000-abcd", 200, "20261122-200000-abcd")]
    [InlineData("probe\t1795377704.250000\t000\t", 0, "")]
    public void A_probe_is_a_line(string line, int status, string release) =>
        Assert.Equal(
            new ProbeAnswer(DateTimeOffset.FromUnixTimeMilliseconds(1795377704250), status, release),
            ProbeAnswer.Parse(line)
        );

    [Theory]
    [InlineData("")]
    [InlineData("probe")]
    [InlineData("probe\tnow\t200\t")]
    [InlineData("count\tp\t1\t2")]
    public void Another_line_is_no_probe(string line) => Assert.Null(ProbeAnswer.Parse(line));

    [Theory]
    [InlineData("count\t7\tabc/2026\t12\t3", 12L, "abc/2026")]
    [InlineData("count\t7\tnone\t0\t0", 0L, null)]
    [InlineData("count\t7\tabc\tmany\t0", null, null)]
    [InlineData("probe\t1\t200\t", null, null)]
    public void A_count_is_a_line_that_names_its_mark_and_the_proxy(string line, long? requests, string? process)
    {
        var count = ProxyCount.Parse(line);

        Assert.Equal((requests, process), (count?.Requests, count?.Process));
        Assert.Equal(count is null ? null : "7", count?.Mark);
    }

    static ProbeAnswer At(int milliseconds, int status, string release = "") =>
        new(Start.AddMilliseconds(milliseconds), status, release);

    static ProxyCount? Count(string? process) =>
        process is null ? null : new ProxyCount("1", process.Length == 0 ? null : process, 100, 0);
}

namespace Benevoclic.Cli.Tests.Guides;

static class Complaints
{
    /// <summary>Fails with all of them, one a line: a person mends a guide in one go.</summary>
    public static void None(IEnumerable<string> complaints)
    {
        var all = complaints.ToList();
        Assert.True(all.Count == 0, $"{all.Count} complaints:\n{string.Join('\n', all)}");
    }
}

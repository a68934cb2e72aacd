namespace Benevoclic.EndToEnd.Proxy;

/// <summary>The Caddys that our file must work with: the one of Debian's releases, and a current one, as in the image that we name.</summary>
static class Caddies
{
    public static TheoryData<string> Suites => ["trixie", "sid"];

    /// <returns>The program; without it the test is skipped and says so.</returns>
    public static string Of(string suite)
    {
        var program = Path.Combine(Repository.Root, $"artifacts/tools/caddy-{suite}/usr/bin/caddy");
        Assert.SkipUnless(File.Exists(program), $"Debian {suite}'s caddy is not here; ./test.sh unpacks it");
        return program;
    }
}

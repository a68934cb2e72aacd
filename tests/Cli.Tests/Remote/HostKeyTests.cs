using Benevoclic.Cli.Remote;

namespace Benevoclic.Cli.Tests.Remote;

public sealed class HostKeyTests
{
    const string Key = "nThbg6kXUpJWGl7E1IGOCspRomTxdCARLviKw6E5SY8";

    [Theory]
    [InlineData("SHA256:" + Key, true)]
    [InlineData("sha256:" + Key + "=", true)]
    [InlineData(" " + Key + " ", true)]
    [InlineData("SHA256:" + "x" + Key, false)]
    [InlineData("", false)]
    public void The_same_key_may_be_written_with_and_without_prefix_and_padding(string expected, bool same) =>
        Assert.Equal(same, HostKey.Same(expected, $"SHA256:{Key}"));

    [Fact]
    public void It_is_written_as_ssh_keygen_prints_it() =>
        Assert.Equal($"SHA256:{Key}", HostKey.Fingerprint($"{Key}="));
}

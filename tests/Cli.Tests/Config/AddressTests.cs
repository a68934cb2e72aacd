using Benevoclic.Cli.Config;

namespace Benevoclic.Cli.Tests.Config;

/// <summary>Where people reach an installation: its public address and its domain.</summary>
public sealed class AddressTests : ReadingAnInstallation
{
    [Theory]
    [InlineData("http://localhost")]
    [InlineData("https://api.example.org")]
    [InlineData("https://api.example.org/")]
    [InlineData("http://192.0.2.1")]
    [InlineData("http://[::1]")]
    public void A_scheme_and_a_host_are_a_public_address(string address)
    {
        Assert.Equal(address.TrimEnd('/'), Load($"public_address: \"{address}\"").PublicAddress);
        Assert.Empty(Problems.Found);
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("")]
    [InlineData("ftp://x")]
    [InlineData("http://")]
    [InlineData("http://x:8080")]
    [InlineData("http://x:80")]
    [InlineData("http://x/path")]
    [InlineData("http://x/?a")]
    [InlineData("http://x#a")]
    [InlineData("http://user@x")]
    [InlineData(" http://x")]
    [InlineData("javascript:alert(1)")]
    public void Anything_else_is_not(string address)
    {
        Load($"public_address: \"{address}\"");
        Assert.StartsWith(
            "benevoclic.yaml:1 public_address: should be http:// or https:// and a host",
            Assert.Single(Problems.Found).ToString(),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("api.example.org", "api.example.org")]
    [InlineData("", "")]
    public void A_domain_is_a_host_name_or_nothing(string domain, string expected)
    {
        Assert.Equal(expected, Load($"domain: \"{domain}\"").Domain);
        Assert.Empty(Problems.Found);
    }

    [Theory]
    [InlineData("https://api.example.org")]
    [InlineData("api.example.org:443")]
    [InlineData("api.example.org/health")]
    [InlineData("localhost")]
    [InlineData("192.0.2.1")]
    public void Anything_else_is_no_domain(string domain)
    {
        Load($"domain: \"{domain}\"", ("BENEVOCLIC_DOMAIN", domain));

        Assert.Contains(
            "benevoclic.yaml:1 domain: should be a host name without scheme",
            Said,
            StringComparison.Ordinal
        );
        Assert.Contains("variable BENEVOCLIC_DOMAIN: should be a host name", Said, StringComparison.Ordinal);
    }
}

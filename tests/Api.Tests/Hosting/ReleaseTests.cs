using Benevoclic.Api.Hosting;
using Microsoft.Extensions.Configuration;

namespace Benevoclic.Api.Tests.Hosting;

public sealed class ReleaseTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("  ", "")]
    [InlineData("2026.11.22-b36a5be", "2026.11.22-b36a5be")]
    [InlineData("b36a5be\r\nSet-Cookie: é", "b36a5beSet-Cookie:")]
    public void A_release_is_what_a_header_can_carry(string? configured, string expected)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("BENEVOCLIC_RELEASE", configured)])
            .Build();

        Assert.Equal(expected, Release.From(configuration).Id);
    }
}

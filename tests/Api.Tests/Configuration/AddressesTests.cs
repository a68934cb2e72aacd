using Benevoclic.Api.Configuration;
using Microsoft.Extensions.Configuration;

namespace Benevoclic.Api.Tests.Configuration;

public sealed class AddressesTests
{
    [Theory]
    [InlineData("https://discord.com/api/webhooks/1/key", true)]
    [InlineData("http://127.0.0.1:9000", true)]
    [InlineData("", true)]
    [InlineData("minio", false)]
    [InlineData("minio:9000", false)]
    [InlineData("discord.com/api/webhooks/1/key", false)]
    [InlineData("ftp://example.org", false)]
    [InlineData("/webhooks", false)]
    public void What_is_no_address_stops_the_start_without_being_shown(string value, bool fits)
    {
        foreach (var name in new[] { "AWS_ENDPOINT_URL", "BENEVOCLIC_PUBLIC_URL", "WEBHOOK_SUPPORT_URL" })
        {
            var settings = new ConfigurationBuilder().AddInMemoryCollection([new(name, value)]).Build();

            Assert.Equal(
                fits
                    ? []
                    :
                    [
                        $"{name}: found something that is no address (it may be a key and is not shown), allowed: one such as https://example.org",
                    ],
                SettingsSetup.ProblemsOf(settings)
            );
        }
    }
}

using System.Net;
using Benevoclic.Api.Hosting.Requests;
using Benevoclic.Api.Tests.Frame;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Benevoclic.Api.Tests.Hosting.Requests;

public sealed class ClientAddressTests
{
    [Theory]
    [InlineData("", "127.0.0.1 http")]
    [InlineData("X-Forwarded-For: 203.0.113.9\r\nX-Forwarded-Proto: https\r\n", "203.0.113.9 https")]
    [InlineData("X-Forwarded-For: 198.51.100.1, 203.0.113.9\r\n", "203.0.113.9 http")]
    [InlineData("X-Forwarded-For: rubbish\r\n", "127.0.0.1 http")]
    public async Task Behind_the_proxy_its_own_word_counts_and_not_what_the_client_claims(string headers, string seen)
    {
        await using var api = await RunningApi.StartAsync(app =>
            app.MapGet(
                "/me",
                (HttpContext context) => Results.Text($"{ClientAddress.Of(context)} {context.Request.Scheme}")
            )
        );

        Assert.Contains(seen, await Wire.AskAsync(api.Address, "GET", "/me", headers), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("203.0.113.9", "203.0.113.9")]
    [InlineData("::ffff:203.0.113.9", "203.0.113.9")]
    [InlineData("2001:db8:1:2:3:4:5:6", "20010db800010002")]
    [InlineData("2001:db8:1:2::1", "20010db800010002")]
    public void A_whole_site_of_IPv6_is_one_client(string address, string key)
    {
        var context = new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse(address) } };

        Assert.Equal(key, ClientAddress.Of(context));
    }
}

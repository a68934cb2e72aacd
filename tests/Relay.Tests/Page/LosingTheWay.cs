using System.Net;
using Benevoclic.Relay.Tests.Harness;

namespace Benevoclic.Relay.Tests.Page;

public sealed class LosingTheWay
{
    [Theory]
    [InlineData("/incident/999", "L’incident 999 n’est pas dans le journal")]
    [InlineData("/incident/abc", "Il n’y a rien à l’adresse /incident/abc")]
    [InlineData("/nulle/part", "Il n’y a rien à l’adresse /nulle/part")]
    [InlineData("/%3Cscript%3E", "Il n’y a rien à l’adresse /&lt;script&gt;")]
    public async Task What_is_not_there_is_named_with_the_way_back(string path, string words)
    {
        await using var town = await Town.StartAsync();

        using var answer = await town.Relay.GetAsync(path);
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains(words, page.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Contains("<a href=\"/\">Voir ce qui est en cours</a>", page, StringComparison.Ordinal);
        Assert.Contains("Content-Security-Policy", answer.Headers.Select(header => header.Key));
    }

    [Theory]
    [InlineData("/incidents/999", HttpStatusCode.NotFound)]
    [InlineData("/alert-path/a/b", HttpStatusCode.NotFound)]
    [InlineData("/alerts", HttpStatusCode.MethodNotAllowed)]
    public async Task Programs_get_a_status_and_no_page(string path, HttpStatusCode status)
    {
        await using var town = await Town.StartAsync();

        using var answer = await town.Relay.GetAsync(path);

        Assert.Equal(status, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_mistyped_page_of_the_past_is_its_first()
    {
        await using var town = await Town.StartAsync();

        using var answer = await town.Relay.GetAsync("/past?before=x");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}

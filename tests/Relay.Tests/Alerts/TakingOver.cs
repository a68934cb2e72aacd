using System.Net;
using Benevoclic.Relay.Tests.Harness;

namespace Benevoclic.Relay.Tests.Alerts;

public sealed class TakingOver
{
    const int Grey = 0x95A5A6;

    [Theory]
    [MemberData(nameof(Rubbish.Bodies), MemberType = typeof(Rubbish))]
    public async Task Rubbish_becomes_a_grey_card(string body)
    {
        await using var town = await Town.StartAsync();

        await town.SendAsync(body);
        await town.UntilAsync(() => town.Posted.Count == 1);

        Assert.Equal(Grey, town.Posted[0].GetProperty("color").GetInt32());
        Assert.Contains("illisible", town.Posted[0].GetProperty("title").GetString(), StringComparison.Ordinal);
        DiscordModel.Accept(System.Text.Encoding.UTF8.GetBytes(town.Discord.Calls[0].Body));
    }

    [Fact]
    public async Task The_same_rubbish_again_is_not_shown_again()
    {
        await using var town = await Town.StartAsync();

        await town.SendAsync("hello");
        await town.SendAsync("hello");
        await town.SendAsync("goodbye");
        await town.UntilAsync(() => town.Posted.Count == 2);
        await town.PassAsync(10);

        Assert.Equal(2, town.Posted.Count);
    }

    [Fact]
    public async Task A_body_beyond_the_limit_is_accepted_and_becomes_a_grey_card()
    {
        await using var town = await Town.StartAsync();
        using var content = new ByteArrayContent(new byte[11 * 1024 * 1024]);

        using var answer = await town.Relay.PostAsync("/alerts", content);
        await town.UntilAsync(() => town.Posted.Count == 1);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(Grey, town.Posted[0].GetProperty("color").GetInt32());
    }

    [Fact]
    public async Task Bytes_that_are_no_text_become_a_grey_card()
    {
        await using var town = await Town.StartAsync();
        using var content = new ByteArrayContent([0x7B, 0xFF, 0xFE, 0x00, 0xC3, 0x28, 0x7D]);

        using var answer = await town.Relay.PostAsync("/alerts", content);
        await town.UntilAsync(() => town.Posted.Count == 1);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}

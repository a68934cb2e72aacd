using Benevoclic.Relay.Discord;
using Benevoclic.Relay.Hosting;

namespace Benevoclic.Relay.Tests.Discord;

public sealed class WebhookAddressTests
{
    [Theory]
    [InlineData("https://discord.com/api/webhooks/1/t", "https://discord.com/api/v10/webhooks/1/t?wait=true")]
    [InlineData("https://discordapp.com/api/webhooks/1/t", "https://discordapp.com/api/v10/webhooks/1/t?wait=true")]
    [InlineData("https://ptb.discord.com/api/webhooks/1/t", "https://ptb.discord.com/api/v10/webhooks/1/t?wait=true")]
    [InlineData("https://discord.com/api/v9/webhooks/1/t", "https://discord.com/api/v9/webhooks/1/t?wait=true")]
    [InlineData("https://evildiscord.com/api/webhooks/1/t", "https://evildiscord.com/api/webhooks/1/t?wait=true")]
    [InlineData("http://127.0.0.1:5000/hook", "http://127.0.0.1:5000/hook?wait=true")]
    [InlineData("http://127.0.0.1:5000", "http://127.0.0.1:5000/?wait=true")]
    [InlineData("http://h/hook?thread_id=7", "http://h/hook?thread_id=7&wait=true")]
    [InlineData("http://h/hook?wait=false&thread_id=7", "http://h/hook?thread_id=7&wait=true")]
    public void Posting_waits_for_the_stored_message(string webhook, string post) =>
        Assert.Equal(post, new WebhookAddress(new Secret(webhook)).Post.AbsoluteUri);

    [Theory]
    [InlineData("https://discord.com/api/webhooks/1/t", "https://discord.com/api/v10/webhooks/1/t/messages/42")]
    [InlineData("http://h/hook/?thread_id=7", "http://h/hook/messages/42?thread_id=7")]
    public void Editing_goes_to_the_message(string webhook, string edit) =>
        Assert.Equal(edit, new WebhookAddress(new Secret(webhook)).Edit("42").AbsoluteUri);

    [Theory]
    [InlineData("https://discord.com/api/webhooks/1/t", true)]
    [InlineData("https://discord.com/api/v10/webhooks/1/t?thread_id=7", true)]
    [InlineData("https://discord.com/channels/1/2", false)]
    [InlineData("https://discord.com/api/webhooks/1", false)]
    [InlineData("https://discord.com/api/webhooks/1/t/slack", false)]
    [InlineData("https://discord.com/api/webhooks/ID/TOKEN", false)]
    [InlineData("http://127.0.0.1:5000/hook", true)] // Not Discord's: whoever set it knows better.
    public void At_Discord_only_a_webhook_takes_messages(string address, bool isPossible) =>
        Assert.Equal(isPossible, WebhookAddress.IsPossible(new Uri(address)));
}

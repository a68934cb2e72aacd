using Benevoclic.Relay.Hosting;
using Benevoclic.Relay.Texts;
using Microsoft.Extensions.Configuration;

namespace Benevoclic.Relay.Tests.Hosting;

public sealed class SettingsReaderTests
{
    [Fact]
    public void Nothing_needs_to_be_set()
    {
        var settings = Read();

        Assert.Null(settings.Webhook);
        Assert.Equal(Locale.French, settings.Locale);
        Assert.Equal("http://localhost:3000/health", settings.Links.Health.AbsoluteUri);
    }

    [Fact]
    public void An_empty_value_is_as_good_as_none() =>
        Assert.Equal(
            Read(),
            Read(
                ("DISCORD_WEBHOOK_URL", ""),
                ("BENEVOCLIC_LOCALE", ""),
                ("API_URL", " "),
                ("BENEVOCLIC_REPOSITORY", "")
            )
        );

    [Theory]
    [InlineData("http://203.0.113.7:3000")]
    [InlineData("http://203.0.113.7:3000/health")]
    public void The_health_link_is_found_from_either_address(string api) =>
        Assert.Equal("http://203.0.113.7:3000/health", Read(("BENEVOCLIC_LINKS:API", api)).Links.Health.AbsoluteUri);

    [Fact]
    public void All_problems_are_told_at_once_and_the_webhook_is_not()
    {
        var problem = Assert.Throws<SettingsException>(() =>
            Read(
                ("DISCORD_WEBHOOK_URL", "discord.example/secret-token"),
                ("BENEVOCLIC_LOCALE", "de"),
                ("PROMETHEUS_URL", "ftp://x"),
                ("BENEVOCLIC_LINKS:GRAFANA", "grafana")
            )
        );

        Assert.Contains("BENEVOCLIC_LOCALE: found \"de\", allowed: fr, en", problem.Message, StringComparison.Ordinal);
        Assert.Contains("PROMETHEUS_URL: found \"ftp://x\"", problem.Message, StringComparison.Ordinal);
        Assert.Contains("BENEVOCLIC_LINKS__GRAFANA: found \"grafana\"", problem.Message, StringComparison.Ordinal);
        Assert.Contains("DISCORD_WEBHOOK_URL", problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-token", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://discord.com/api/webhooks/1/token\n", "https://discord.com/api/webhooks/1/token")]
    [InlineData("\n", null)]
    public void A_secret_may_come_in_a_file(string content, string? webhook)
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, content);
        try
        {
            Assert.Equal(webhook, Read(("DISCORD_WEBHOOK_URL_FILE", file), ("DISCORD_WEBHOOK_URL", "")).Webhook?.Value);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void A_secret_file_that_is_not_there_is_a_problem_and_not_a_silent_relay()
    {
        var problem = Assert.Throws<SettingsException>(() => Read(("DISCORD_WEBHOOK_URL_FILE", "/nowhere/webhook")));

        Assert.Contains(
            "DISCORD_WEBHOOK_URL_FILE: found \"/nowhere/webhook\"",
            problem.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_secret_does_not_print_itself() =>
        Assert.DoesNotContain(
            "token",
            $"{Read(("DISCORD_WEBHOOK_URL", "https://discord.com/api/webhooks/1/token"))}",
            StringComparison.Ordinal
        );

    static RelaySettings Read(params (string Name, string? Value)[] values) =>
        SettingsReader.Read(
            new ConfigurationBuilder()
                .AddInMemoryCollection(values.Select(value => KeyValuePair.Create(value.Name, value.Value)))
                .Build()
        );
}

using Benevoclic.Relay.Discord;
using Benevoclic.Relay.Texts;

namespace Benevoclic.Relay.Hosting;

/// <summary>Reads the settings and collects all problems before it complains. An empty value means unset.</summary>
sealed class SettingsReader(IConfiguration configuration)
{
    readonly List<string> _problems = [];

    public static RelaySettings Read(IConfiguration configuration)
    {
        var reader = new SettingsReader(configuration);
        var settings = reader.ReadAll();
        return reader._problems.Count == 0 ? settings : throw new SettingsException(reader._problems);
    }

    RelaySettings ReadAll() =>
        new()
        {
            Webhook = Webhook("DISCORD_WEBHOOK_URL"),
            SecondWebhook = Webhook("DISCORD_SECOND_WEBHOOK_URL"),
            Mention = ReadMention(),
            Token = SecretValue("BENEVOCLIC_RELAY_TOKEN") is { } token ? new Secret(token) : null,
            Data = Path.GetFullPath(Value("BENEVOCLIC_DATA") ?? "data"),
            Locale = ReadLocale(),
            Prometheus = Address("PROMETHEUS_URL", "http://localhost:9090"),
            Alertmanager = Address("ALERTMANAGER_URL", "http://localhost:9093"),
            Api = Address("API_URL", "http://localhost:3000"),
            Links = new Links
            {
                Api = Address("BENEVOCLIC_LINKS__API", "http://localhost:3000"),
                Prometheus = Address("BENEVOCLIC_LINKS__PROMETHEUS", "http://localhost:9090"),
                Grafana = Address("BENEVOCLIC_LINKS__GRAFANA", "http://localhost:3001"),
                Alertmanager = Address("BENEVOCLIC_LINKS__ALERTMANAGER", "http://localhost:9093"),
                Repository = Value("BENEVOCLIC_REPOSITORY") is null ? null : Address("BENEVOCLIC_REPOSITORY", ""),
            },
        };

    Secret? Webhook(string name)
    {
        if (SecretValue(name) is not { } text)
            return null;
        if (Parse(text) is not { } address || !WebhookAddress.IsPossible(address))
            _problems.Add(
                $"{name}: found something that is not a webhook's address (it is secret and not shown), "
                    + "allowed: the address that Discord gives under Integrations, Webhooks, Copy URL"
            );
        return new Secret(text);
    }

    Mention? ReadMention()
    {
        if (Value("DISCORD_MENTION") is not { } text)
            return null;
        if (Mention.Parse(text) is { } mention)
            return mention;
        _problems.Add(
            $"DISCORD_MENTION: found \"{text}\", allowed: role:ID or user:ID, with the number that Discord's developer mode copies"
        );
        return null;
    }

    Locale ReadLocale()
    {
        var text = Value("BENEVOCLIC_LOCALE") ?? "fr";
        if (text is not ("fr" or "en"))
            _problems.Add($"BENEVOCLIC_LOCALE: found \"{text}\", allowed: fr, en");
        return text == "en" ? Locale.English : Locale.French;
    }

    Uri Address(string name, string fallback)
    {
        var text = Value(name) ?? fallback;
        if (Parse(text) is { } address)
            return address;
        _problems.Add(
            $"{name}: found \"{text}\", allowed: an http or https address such as "
                + (fallback.Length > 0 ? fallback : "https://git.example.org/team/benevoclic")
        );
        return new Uri("http://localhost");
    }

    /// <summary>A secret comes in a file that NAME_FILE names, or by hand as NAME.</summary>
    string? SecretValue(string name)
    {
        if (Value($"{name}_FILE") is not { } path)
            return Value(name);
        try
        {
            return File.ReadAllText(path).Trim() is { Length: > 0 } text ? text : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _problems.Add(
                $"{name}_FILE: found \"{path}\", which cannot be read ({e.Message}), allowed: a file with the secret in it"
            );
            return null;
        }
    }

    /// <summary>The environment's double underscore is a colon once .NET has read it.</summary>
    string? Value(string name) =>
        configuration[name.Replace("__", ":", StringComparison.Ordinal)]?.Trim() is { Length: > 0 } text ? text : null;

    static Uri? Parse(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && address is { Scheme: "http" or "https", Host.Length: > 0 }
            ? address
            : null;
}

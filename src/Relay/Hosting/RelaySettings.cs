using Benevoclic.Relay.Discord;
using Benevoclic.Relay.Texts;

namespace Benevoclic.Relay.Hosting;

/// <summary>What the environment says about this installation, checked at start.</summary>
sealed record RelaySettings
{
    /// <summary>Where messages go; without it nothing leaves the machine.</summary>
    public Secret? Webhook { get; init; }

    /// <summary>For when that one fails; best in another channel, or on another server.</summary>
    public Secret? SecondWebhook { get; init; }

    /// <summary>Who is called when something critical happens; nobody when it is not set.</summary>
    public Mention? Mention { get; init; }

    /// <summary>What Alertmanager has to say to be heard; null: whoever reaches us may speak.</summary>
    public Secret? Token { get; init; }

    /// <summary>The folder of the journal; it must survive a restart.</summary>
    public required string Data { get; init; }

    public Locale Locale { get; init; } = Locale.French;

    /// <summary>Where the relay itself asks, while <see cref="Links"/> is what people can open.</summary>
    public required Uri Prometheus { get; init; }

    public required Uri Alertmanager { get; init; }

    public required Uri Api { get; init; }

    public required Links Links { get; init; }
}

using Benevoclic.Relay.Texts;

namespace Benevoclic.Relay.Hosting;

/// <summary>What the environment says about this installation, checked at start.</summary>
sealed record RelaySettings
{
    /// <summary>Where messages go; without it nothing leaves the machine.</summary>
    public Secret? Webhook { get; init; }

    public Locale Locale { get; init; } = Locale.French;

    /// <summary>Where the relay itself asks, while <see cref="Links"/> is what people can open.</summary>
    public required Uri Prometheus { get; init; }

    public required Uri Api { get; init; }

    public required Links Links { get; init; }
}

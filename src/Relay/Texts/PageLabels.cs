namespace Benevoclic.Relay.Texts;

/// <summary>The words around the cards on the relay's own page.</summary>
sealed record PageLabels
{
    public required string Title { get; init; }
    public required string ToDiscord { get; init; }
    public required string NoWebhook { get; init; }

    /// <summary>{ago}: the always-firing alert proves that Prometheus and Alertmanager still speak to us.</summary>
    public required string Watchdog { get; init; }

    /// <summary>{ago}: it should have come again since.</summary>
    public required string LateWatchdog { get; init; }

    public required string NoWatchdog { get; init; }
    public required string Empty { get; init; }
    public required string EmptyHint { get; init; }
    public required string Local { get; init; }
    public required string Waiting { get; init; }
    public required string Delivered { get; init; }
    public required string Failed { get; init; }
    public required string Edited { get; init; }
    public required string Bot { get; init; }

    /// <summary>{duration}.</summary>
    public required string Ago { get; init; }
}

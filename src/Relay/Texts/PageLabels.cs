using Benevoclic.Relay.Incidents;

namespace Benevoclic.Relay.Texts;

/// <summary>The words around the cards on the relay's own page.</summary>
sealed record PageLabels
{
    public required string Title { get; init; }
    public required string ToDiscord { get; init; }

    /// <summary>A try has failed, and the webhook may still be right.</summary>
    public required string DiscordLate { get; init; }

    public required string NoWebhook { get; init; }

    /// <summary>{ago}: the always-firing alert proves that Prometheus and Alertmanager still speak to us.</summary>
    public required string Watchdog { get; init; }

    /// <summary>{ago}: it should have come again since.</summary>
    public required string LateWatchdog { get; init; }

    public required string NoWatchdog { get; init; }

    /// <summary>Followed by what Discord said.</summary>
    public required string WebhookGone { get; init; }

    /// <summary>Followed by why the journal cannot be written.</summary>
    public required string JournalBroken { get; init; }

    public required string Lasting { get; init; }
    public required string NoneLasting { get; init; }
    public required string Ended { get; init; }
    public required string Older { get; init; }
    public required string Outbox { get; init; }
    public required string Attempts { get; init; }

    /// <summary>With its blanks, which differ by language.</summary>
    public required string Colon { get; init; }

    public required string Messages { get; init; }
    public required IReadOnlyDictionary<Phase, string> Phases { get; init; }
    public required IReadOnlyDictionary<Telling, string> Tellings { get; init; }

    /// <summary>The entries of a timeline, by <see cref="Moment.What"/>.</summary>
    public required IReadOnlyDictionary<string, string> Moments { get; init; }

    public required string NotFound { get; init; }

    /// <summary>{id}.</summary>
    public required string NoIncident { get; init; }

    /// <summary>{path}.</summary>
    public required string NoPage { get; init; }

    public required string Back { get; init; }

    /// <summary>Something is going on or waits, and no message has told of it yet.</summary>
    public required string NoMessage { get; init; }

    /// <summary>Nothing has ever happened.</summary>
    public required string Empty { get; init; }
    public required string EmptyHint { get; init; }
    public required string Local { get; init; }
    public required string Delivered { get; init; }
    public required string Failed { get; init; }
    public required string Edited { get; init; }
    public required string Bot { get; init; }

    /// <summary>{duration}.</summary>
    public required string Ago { get; init; }
}

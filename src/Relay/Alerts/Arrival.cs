namespace Benevoclic.Relay.Alerts;

/// <summary>One thing that a webhook call said: an alert, or a part that could not be understood.</summary>
sealed record Arrival(Alert? Alert, string? Unreadable, DateTimeOffset At);

namespace Benevoclic.Relay.Alerts;

/// <summary>A webhook call as it came, before anybody looked into it.</summary>
/// <param name="IsCut">It was longer than we take; <paramref name="Bytes"/> is only its beginning.</param>
sealed record ReceivedBody(byte[] Bytes, bool IsCut, DateTimeOffset At)
{
    /// <summary>Its number in the journal; 0 before it is there.</summary>
    public long Id { get; init; }
}

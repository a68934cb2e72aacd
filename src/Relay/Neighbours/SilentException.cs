namespace Benevoclic.Relay.Neighbours;

/// <summary>A neighbour that was asked gave no answer that could be understood.</summary>
sealed class SilentException(string message, Exception? cause = null) : Exception(message, cause);

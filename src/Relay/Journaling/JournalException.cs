namespace Benevoclic.Relay.Journaling;

/// <summary>What should have been kept was not: the disk is full or gone, or the file is damaged.</summary>
sealed class JournalException(string message, Exception? cause = null) : Exception(message, cause);

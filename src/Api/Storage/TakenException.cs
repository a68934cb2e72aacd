namespace Benevoclic.Api.Storage;

/// <summary>A change would give a document something that another one has and only one may: an email. Nothing is written.</summary>
sealed class TakenException(Exception cause) : Exception("something unique in it is taken", cause);

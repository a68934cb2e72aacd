namespace Benevoclic.Api.Tests.Hostile;

/// <summary>A field that a route reads, and what it would like it to be.</summary>
sealed record HostileField(string Name, Type Type);

namespace Benevoclic.Api.Hosting.Answers;

/// <summary>An address as people write it.</summary>
sealed record AddressShape(string? Address, string? City, string? PostalCode, string? Country);

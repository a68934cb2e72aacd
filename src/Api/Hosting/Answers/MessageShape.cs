namespace Benevoclic.Api.Hosting.Answers;

/// <summary>A sentence that says what was done.</summary>
sealed record MessageShape(string Message);

using System.Text.Json.Nodes;
using Benevoclic.Api.Hosting.Errors;

namespace Benevoclic.Api.Identity.Firebase;

/// <summary>What Google answered: an object, or a word for why not.</summary>
/// <param name="Code">"EMAIL_EXISTS"; null when it did what was asked.</param>
sealed record FirebaseAnswer(JsonObject Body, string? Code)
{
    public static FirebaseAnswer From(JsonObject body) => new(body, CodeIn(body["error"]));

    public bool Is(params ReadOnlySpan<string> codes) => Code is not null && codes.Contains(Code);

    public string Text(string name) => Body[name]?.ToString() ?? "";

    /// <exception cref="UnavailableException">
    /// It refused for a reason that no client can do anything about: a wrong key, a project that is not set up. The log tells.
    /// </exception>
    public FirebaseAnswer Expect() =>
        Code is null
            ? this
            : throw new UnavailableException(
                FirebaseClient.Dependency,
                new InvalidOperationException($"it refuses: {Code}")
            );

    // "WEAK_PASSWORD : Password should be at least 6 characters": the word counts.
    static string? CodeIn(JsonNode? error) =>
        error switch
        {
            null => null,
            JsonObject details => details["message"]?.ToString().Split([' ', ':'], 2)[0] ?? "UNKNOWN",
            _ => error.ToString(),
        };
}

using System.Globalization;
using System.Text.Json;

namespace Benevoclic.Relay.Discord;

static class AnswerReader
{
    public static async Task<Answer> ReadAsync(HttpResponseMessage response, DateTimeOffset now, CancellationToken ct)
    {
        var text = await response.Content.ReadAsStringAsync(ct);
        var answer = new Answer
        {
            Status = (int)response.StatusCode,
            RetryAfter = RetryAfter(response, now),
            ResetAfter =
                Header(response, "X-RateLimit-Remaining") == 0
                    ? Seconds(Header(response, "X-RateLimit-Reset-After"))
                    : null,
        };
        try
        {
            using var json = JsonDocument.Parse(text);
            return json.RootElement.ValueKind == JsonValueKind.Object ? FromBody(answer, json.RootElement) : answer;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return response.IsSuccessStatusCode ? answer : answer with { Text = text.OneLine().CutTo(200) };
        }
    }

    static Answer FromBody(Answer answer, JsonElement body) =>
        answer with
        {
            MessageId = Text(body, "id"),
            Code = Number(body, "code") is { } code ? (long)code : null,
            Text = (Text(body, "message") ?? "").OneLine().CutTo(200),
            RetryAfter = Longer(answer.RetryAfter, Seconds(Number(body, "retry_after"))),
        };

    static TimeSpan? RetryAfter(HttpResponseMessage response, DateTimeOffset now) =>
        response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date > now ? date - now : TimeSpan.Zero,
            // Discord's own header may have a fraction, which HTTP does not know.
            _ => Seconds(Header(response, "Retry-After")),
        };

    static double? Header(HttpResponseMessage response, string name) =>
        response.Headers.NonValidated.TryGetValues(name, out var values)
        && double.TryParse(values.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    static TimeSpan? Seconds(double? seconds) => seconds is >= 0 and < 1e9 ? TimeSpan.FromSeconds(seconds.Value) : null;

    static TimeSpan? Longer(TimeSpan? one, TimeSpan? other) => other is null || one > other ? one : other;

    static string? Text(JsonElement body, string name) =>
        body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    static double? Number(JsonElement body, string name) =>
        body.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.Number
        && value.TryGetDouble(out var number)
            ? number
            : null;
}

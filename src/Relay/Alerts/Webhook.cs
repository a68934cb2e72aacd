using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Benevoclic.Relay.Neighbours;

namespace Benevoclic.Relay.Alerts;

/// <summary>
/// Alertmanager's webhook, version 4, read liberally: unknown fields are ignored (two new ones came within a year), missing
/// ones get a sensible value, and one unreadable alert does not hide the others.
/// </summary>
/// <param name="Unreadable">The parts that could not be understood, for a person to look at.</param>
sealed record Webhook(IReadOnlyList<Alert> Alerts, IReadOnlyList<string> Unreadable, long Truncated)
{
    /// <summary>More of them in one call, and one card shows where they begin: nobody reads a million.</summary>
    const int FewUnreadable = 10;

    public static Webhook Read(ReceivedBody body)
    {
        if (body.IsCut)
            return Nothing(Encoding.UTF8.GetString(body.Bytes.AsSpan(0, Math.Min(body.Bytes.Length, 4000))));
        try
        {
            using var json = JsonDocument.Parse(WithoutMark(body.Bytes));
            return FromRoot(json.RootElement, body.At);
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return Nothing(Encoding.UTF8.GetString(body.Bytes));
        }
    }

    /// <summary>One entry of Alertmanager's list of alerts, which says nothing about a status: what is in it fires.</summary>
    public static Alert? ReadListed(JsonElement entry, DateTimeOffset at) =>
        FromEntry(entry, "firing", at, isListed: true);

    /// <summary>An alert that only Prometheus' record knows.</summary>
    public static Alert OfRecord(FiringTime fired) =>
        new()
        {
            Name = fired.Name,
            Status = AlertStatus.Resolved,
            Fingerprint = Fingerprint(fired.Labels),
            StartsAt = fired.First,
            EndsAt = fired.Last,
            Labels = fired.Labels,
        };

    static Webhook Nothing(string text) => new([], [text], 0);

    static Webhook FromRoot(JsonElement root, DateTimeOffset at)
    {
        if (Member(root, "alerts") is not { ValueKind: JsonValueKind.Array } list)
            return Nothing(root.GetRawText());
        var group = Text(Member(root, "status"));
        var alerts = new List<Alert>();
        var unreadable = new List<string>();
        foreach (var entry in list.EnumerateArray())
        {
            if (FromEntry(entry, group, at) is { } alert)
                alerts.Add(alert);
            else if (unreadable.Count <= FewUnreadable)
                unreadable.Add(entry.GetRawText());
        }
        return new Webhook(alerts, Shown(unreadable), Number(Member(root, "truncatedAlerts")));
    }

    static IReadOnlyList<string> Shown(List<string> unreadable) =>
        unreadable.Count > FewUnreadable ? [$"{string.Join(',', unreadable)}, …"] : unreadable;

    static Alert? FromEntry(JsonElement entry, string? groupStatus, DateTimeOffset at, bool isListed = false)
    {
        var labels = Texts(Member(entry, "labels"));
        var own = isListed ? null : Text(Member(entry, "status"));
        if (Status(own ?? groupStatus) is not { } status || labels.Count == 0)
            return null;
        var startsAt = Time(Member(entry, "startsAt"));
        return new Alert
        {
            Name = labels.GetValueOrDefault("alertname") is { Length: > 0 } name ? name : "?",
            Status = status,
            Fingerprint = Text(Member(entry, "fingerprint")) is { Length: > 0 and < 200 } given
                ? given
                : Fingerprint(labels),
            StartsAt = startsAt is { } start && start < at ? start : at,
            EndsAt = Time(Member(entry, "endsAt")),
            Labels = labels,
            Annotations = Texts(Member(entry, "annotations")),
        };
    }

    static AlertStatus? Status(string? text) =>
        text?.ToUpperInvariant() switch
        {
            "FIRING" => AlertStatus.Firing,
            "RESOLVED" => AlertStatus.Resolved,
            _ => null,
        };

    /// <summary>Alertmanager's zero time, year 1, means "not known", as does anything that is no time at all.</summary>
    static DateTimeOffset? Time(JsonElement? element) =>
        DateTimeOffset.TryParse(
            Text(element),
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var time
        )
        && time.Year >= 1970
            ? time
            : null;

    static long Number(JsonElement? element) =>
        long.TryParse(Text(element), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : 0;

    static Dictionary<string, string> Texts(JsonElement? element)
    {
        var texts = new Dictionary<string, string>();
        if (element is { ValueKind: JsonValueKind.Object } members)
            foreach (var member in members.EnumerateObject())
                texts[Name(member)] = Text(member.Value) ?? "";
        return texts;
    }

    static JsonElement? Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : null;

    static string? Text(JsonElement? element)
    {
        try
        {
            return element is not { ValueKind: not JsonValueKind.Null and not JsonValueKind.Undefined } value ? null
                : value.ValueKind == JsonValueKind.String ? value.GetString()
                : value.GetRawText();
        }
        catch (InvalidOperationException)
        {
            return element?.GetRawText(); // Half a surrogate pair: valid JSON that is no valid text.
        }
    }

    static string Name(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return "?"; // Half a surrogate pair again.
        }
    }

    static string Fingerprint(IReadOnlyDictionary<string, string> labels)
    {
        var text = string.Join(
            '\u0001',
            labels.OrderBy(l => l.Key, StringComparer.Ordinal).Select(l => $"{l.Key}\u0002{l.Value}")
        );
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
    }

    static ReadOnlyMemory<byte> WithoutMark(byte[] bytes) =>
        bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes.AsMemory(3) : bytes;
}

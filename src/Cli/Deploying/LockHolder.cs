using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Benevoclic.Cli.Deploying;

/// <summary>Who has the deploy lock of a host, or has frozen it.</summary>
sealed record LockHolder(string By, DateTimeOffset Since, string Why, string? Run = null)
{
    /// <summary>What is being done, for people.</summary>
    [JsonIgnore]
    public string Act =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Why} by {By}, since {Since.UtcDateTime:HH:mm:ss} UTC.{(Run is { } run ? $" {run}" : "")}"
        );

    /// <returns>Null for a line that is not one of ours, or was cut by a full disk.</returns>
    public static LockHolder? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, DeployJson.Default.LockHolder);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Who froze a host: it is frozen also when the line cannot be read.</summary>
    public static LockHolder Freezing(string line) =>
        Parse(line) ?? new LockHolder("somebody", DateTimeOffset.UnixEpoch, $"what was written cannot be read: {line}");
}

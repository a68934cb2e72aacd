using System.Text.Json;
using System.Text.Json.Serialization;

namespace Benevoclic.Cli.Watching;

/// <summary>What people were told last. Kept between two runs, so that only a change is told.</summary>
/// <param name="IsUp">It answered.</param>
/// <param name="Since">Since when that is so.</param>
/// <param name="IsEnding">The certificate was about to end.</param>
/// <param name="IsRelayUp">The relay answered; null when it never did: its door may be closed from here.</param>
sealed record WatchState(bool IsUp, DateTimeOffset Since, bool IsEnding, bool? IsRelayUp = null)
{
    /// <returns>Null when nobody was told anything yet, or the file is not ours.</returns>
    public static WatchState? Read(string path)
    {
        try
        {
            return File.Exists(path)
                ? JsonSerializer.Deserialize(File.ReadAllText(path), WatchJson.Default.WatchState)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public void Write(string path) =>
        File.WriteAllText(path, JsonSerializer.Serialize(this, WatchJson.Default.WatchState));
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(WatchState))]
sealed partial class WatchJson : JsonSerializerContext;

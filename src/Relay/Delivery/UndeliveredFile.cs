using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Benevoclic.Relay.Delivery;

/// <summary>
/// undelivered.jsonl in the data folder: the last resort, for a person on the machine. One line for each message that Discord refused,
/// or had not taken two minutes later; the latter is still sent when that becomes possible.
/// </summary>
sealed class UndeliveredFile(string folder)
{
    const long Longest = 5 * 1024 * 1024;

    static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Path => System.IO.Path.Combine(folder, "undelivered.jsonl");

    /// <exception cref="IOException">It could not be written.</exception>
    public void Add(DateTimeOffset at, string subject, string text, string problem)
    {
        if (new FileInfo(Path) is { Exists: true, Length: > Longest })
            File.Move(Path, $"{Path}.1", overwrite: true);
        var line = new JsonObject
        {
            ["at"] = at.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
            ["subject"] = subject,
            ["text"] = text,
            ["problem"] = problem,
        };
        File.AppendAllText(Path, $"{line.ToJsonString(Readable)}\n");
    }
}

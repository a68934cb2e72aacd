using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Benevoclic.Cli.Proofs;

/// <summary>
/// Alertmanager prints its configuration with defaults filled in and matchers rewritten, but it also shows a hash of the very text it
/// has read: that one decides, and the printed form says what differs.
/// </summary>
static class ActiveAlertmanager
{
    public static IEnumerable<string> Differences(ActiveSource source, ActiveFacts facts)
    {
        var text = facts.Files[source.File];
        if (facts.Metrics.GetValueOrDefault("alertmanager_config_hash", double.NaN).Equals(Hash(text)))
        {
            return [];
        }
        using var status = JsonDocument.Parse(facts.Answers["/api/v2/status"]);
        var active = status.RootElement.GetProperty("config").GetProperty("original").GetString()!;
        return
        [
            $"{source.File}: it runs another text",
            .. ActiveYaml
                .Differences(YamlTree.Read(text), YamlTree.Read(active), "", source.Folder)
                // Printed in another form than they are written in.
                .Where(difference => !difference.Contains("matchers[", StringComparison.Ordinal))
                .Select(difference => $"{source.File} {difference}"),
        ];
    }

    /// <summary>The first 48 bits of the MD5 of the file, little-endian, as a number.</summary>
    [SuppressMessage("Security", "CA5351", Justification = "Alertmanager chose it; nothing is protected by it.")]
    static double Hash(string text) =>
        BinaryPrimitives.ReadUInt64LittleEndian([.. MD5.HashData(Encoding.UTF8.GetBytes(text)).Take(6), 0, 0]);
}

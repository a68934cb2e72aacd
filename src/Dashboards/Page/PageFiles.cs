using System.Collections.Frozen;
using System.Reflection;
using Microsoft.AspNetCore.StaticFiles;

namespace Benevoclic.Dashboards.Page;

/// <summary>The files of the page, which this program carries in itself.</summary>
static class PageFiles
{
    static readonly FileExtensionContentTypeProvider Types = new();

    static readonly FrozenDictionary<string, byte[]> Files = Assembly
        .GetExecutingAssembly()
        .GetManifestResourceNames()
        .Where(name => name.StartsWith('/'))
        .ToFrozenDictionary(name => name, Read);

    public static byte[]? Find(string path) => Files.GetValueOrDefault(path);

    public static string TypeOf(string path) =>
        Types.TryGetContentType(path, out var type)
            ? type.StartsWith("text/", StringComparison.Ordinal)
                ? $"{type}; charset=utf-8"
                : type
            : "text/plain; charset=utf-8";

    static byte[] Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}

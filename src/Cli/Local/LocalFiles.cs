using System.Text;
using Benevoclic.Cli.Stack;

namespace Benevoclic.Cli.Local;

/// <summary>Copies a service's folder to where its local process reads it, with the addresses of this machine in it.</summary>
static class LocalFiles
{
    static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static void Prepare(Service service, Translation translation, StateFolder state)
    {
        var target = state.FilesOf(service.Name);
        if (Directory.Exists(target))
        {
            Directory.Delete(target, recursive: true);
        }
        Directory.CreateDirectory(target);
        foreach (var file in Directory.EnumerateFiles(service.Folder, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(service.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            Copy(file, copy, translation);
        }
        foreach (var volume in service.Volumes.Where(volume => volume.IsNamed))
        {
            Directory.CreateDirectory(state.DataOf(service.Name, volume.Source));
        }
    }

    static void Copy(string file, string copy, Translation translation)
    {
        var bytes = File.ReadAllBytes(file);
        File.WriteAllBytes(copy, Text(bytes) is { } text ? Utf8.GetBytes(translation.File(text)) : bytes);
    }

    static string? Text(byte[] bytes)
    {
        try
        {
            return bytes.AsSpan().Contains((byte)0) ? null : Utf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}

using System.Runtime.InteropServices;

namespace Benevoclic.Api.Hosting;

/// <summary>A key that this program makes for itself: at the first need, in the data folder, readable by its owner alone.</summary>
static partial class SecretFile
{
    /// <exception cref="IOException"/>
    /// <exception cref="UnauthorizedAccessException"/>
    public static byte[] ReadOrMake(string path, Func<byte[]> make)
    {
        if (!File.Exists(path))
            Make(path, make());
        return File.ReadAllBytes(path);
    }

    // Whole or not at all, and never over another one: during a deploy two start on one folder.
    static void Make(string path, byte[] content)
    {
        var draft = $"{path}-{Guid.CreateVersion7():N}";
        Write(draft, content);
        try
        {
            Name(draft, path);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process was first: its key is the one.
        }
        finally
        {
            File.Delete(draft);
        }
    }

    // One step of the kernel, which refuses when the name is taken. File.Move looks first and then renames over what has come meanwhile; it
    // is for Windows, and for a file system without links.
    static void Name(string draft, string path)
    {
        if (OperatingSystem.IsWindows() || Link(draft, path) != 0)
            File.Move(draft, path, overwrite: false);
    }

    [LibraryImport("libc", EntryPoint = "link", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Link(string existing, string name);

    static void Write(string path, byte[] content)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new FileStream(path, options);
        file.Write(content);
        file.Flush(flushToDisk: true);
    }
}

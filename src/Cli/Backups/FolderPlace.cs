namespace Benevoclic.Cli.Backups;

/// <summary>A folder of this machine.</summary>
sealed class FolderPlace(string folder) : IBackupPlace
{
    const string Half = ".part";
    const UnixFileMode OwnersOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public string Words => folder;

    public async Task PutAsync(string name, Stream content, CancellationToken ct)
    {
        MakeFolder();
        RemoveHalves();
        var half = Path.Combine(folder, name + Half);
        try
        {
            await using (var file = new FileStream(half, Options()))
            {
                await content.CopyToAsync(file, ct);
                file.Flush(flushToDisk: true);
            }
            File.Move(half, Path.Combine(folder, name), overwrite: true);
        }
        catch
        {
            File.Delete(half);
            throw;
        }
    }

    public Task<Stream> OpenAsync(string name, CancellationToken ct)
    {
        var path = Path.Combine(folder, name);
        return File.Exists(path)
            ? Task.FromResult<Stream>(File.OpenRead(path))
            : throw new CommandException(
                ExitCode.Usage,
                $"There is no such backup in {folder}: {name} is missing.",
                $"See what is there: ./benevoclic backup --list --to {folder}"
            );
    }

    public Task<IReadOnlyList<string>> ListAsync(CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<string>>(
            Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder).Select(path => Path.GetFileName(path))] : []
        );

    public Task RemoveAsync(string name, CancellationToken ct)
    {
        File.Delete(Path.Combine(folder, name));
        return Task.CompletedTask;
    }

    public void Dispose() { }

    void MakeFolder()
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, OwnersOnly | UnixFileMode.UserExecute);
        }
    }

    static FileStreamOptions Options()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.Write,
            Share = FileShare.None,
            Options = FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnersOnly;
        }
        return options;
    }

    /// <summary>What a killed command has left; nobody has it open any more.</summary>
    void RemoveHalves()
    {
        foreach (var half in Directory.EnumerateFiles(folder, $"*{Half}"))
        {
            try
            {
                using (new FileStream(half, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
                {
                    File.Delete(half);
                }
            }
            catch (IOException)
            {
                // Another backup is writing it.
            }
        }
    }
}

namespace Benevoclic.EndToEnd.Guides;

/// <summary>Where `up` keeps what it runs, so that a guide does not meet the state of this checkout.</summary>
sealed class TemporaryState : IDisposable
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("benevoclic-");

    public Dictionary<string, string> Environment =>
        new() { ["BENEVOCLIC_STATE"] = Path.Combine(_folder.FullName, "state"), ["DISCORD_WEBHOOK_URL"] = "" };

    public void Dispose() => _folder.Delete(recursive: true);
}

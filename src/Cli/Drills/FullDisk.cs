namespace Benevoclic.Cli.Drills;

/// <summary>A file takes most of the disk.</summary>
sealed class FullDisk(string folder) : Mishap
{
    public override string Made => "8 % of the disk are left";

    public override string Mended => "the file is gone";

    public override Task<IReadOnlyList<string>> WordsAsync(CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<string>>(["disk", folder]);
}

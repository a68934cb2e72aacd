using Benevoclic.Harness;

namespace Benevoclic.Api.Tests;

/// <summary>What belongs to somebody else's product stays in the one folder that speaks to it.</summary>
public sealed class EdgeLibrariesTests
{
    static readonly string Source = Path.Combine(Repository.Root, "src/Api");

    [Theory]
    [InlineData("MongoDB.", "Storage/Mongo")]
    [InlineData("Microsoft.Data.Sqlite", "Storage/Sqlite")]
    [InlineData("Amazon.", "Files/S3")]
    [InlineData("Google.", "Identity/Firebase")]
    public void Only_the_folder_of_an_edge_uses_its_library(string library, string folder)
    {
        var users = Directory
            .EnumerateFiles(Source, "*.cs", SearchOption.AllDirectories)
            .Where(file =>
                File.ReadLines(file).Any(line => line.StartsWith($"using {library}", StringComparison.Ordinal))
            )
            .Select(file => Path.GetRelativePath(Source, file))
            .ToList();

        Assert.NotEmpty(users);
        Assert.DoesNotContain(users, file => !file.StartsWith(folder, StringComparison.Ordinal));
    }
}

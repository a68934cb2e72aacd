namespace Benevoclic.Harness;

/// <summary>The checkout that this program was built from.</summary>
public static class Repository
{
    public static string Root { get; } = Find();

    public static string Launcher => Path.Combine(Root, "benevoclic");

    static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "benevoclic.yaml")))
            {
                return folder.FullName;
            }
        }
        throw new InvalidOperationException($"{AppContext.BaseDirectory} is not inside the repository");
    }
}

namespace Benevoclic.Harness;

/// <summary>Pictures as real programs make them.</summary>
public static class Pictures
{
    static readonly string Folder = Path.Combine(Repository.Root, "tests/Harness/Pictures");

    public static byte[] Png => Read("picture.png");

    public static byte[] Jpeg => Read("picture.jpg");

    public static string PathOf(string name) => Path.Combine(Folder, name);

    public static byte[] Read(string name) => File.ReadAllBytes(PathOf(name));
}

using Benevoclic.Cli.Config;
using Benevoclic.Cli.Stack;

namespace Benevoclic.Cli.Proofs;

/// <summary>The files of a service's folder in the checkout.</summary>
static class ServiceText
{
    public static string ShownAs(Service service, string path) => $"stack/{service.Name}/{path}";

    /// <param name="service">The service.</param>
    /// <param name="path">A path in its folder.</param>
    /// <param name="problems">Receives why it cannot be read.</param>
    /// <param name="read">Makes something of its text; what it cannot, it says by a <see cref="FormatException"/>.</param>
    /// <returns>Nothing when it cannot be read.</returns>
    public static IReadOnlyList<T> Read<T>(
        Service service,
        string path,
        Problems problems,
        Func<string, IReadOnlyList<T>> read
    )
    {
        try
        {
            return read(File.ReadAllText(Path.Join(service.Folder, path)));
        }
        catch (Exception e) when (e is FormatException or IOException)
        {
            problems.Add(ShownAs(service, path), e.Message);
            return [];
        }
    }
}

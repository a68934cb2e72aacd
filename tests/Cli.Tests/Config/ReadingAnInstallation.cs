using Benevoclic.Cli.Config;

namespace Benevoclic.Cli.Tests.Config;

/// <summary>A benevoclic.yaml and an environment, read as every command reads them.</summary>
public abstract class ReadingAnInstallation : IDisposable
{
    static readonly Dictionary<string, int?> Services = new()
    {
        ["api"] = 3000,
        ["node-exporter"] = 9100,
        ["broken"] = null,
    };

    readonly TemporaryFolder _folder = new();

    private protected Problems Problems { get; } = new();

    private protected string Said => string.Join('\n', Problems.Found);

    public void Dispose()
    {
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected Installation Load(string text, params IReadOnlyList<(string Name, string Value)> environment) =>
        Installation.Load(
            _folder.Write("benevoclic.yaml", text),
            Services,
            environment.ToDictionary(pair => pair.Name, pair => pair.Value),
            Problems
        );
}

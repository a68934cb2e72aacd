using System.Text;

namespace Benevoclic.Deployment.Workflows;

/// <summary>The files through which steps talk to GitHub, and what they wrote.</summary>
sealed class RunFiles : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("benevoclic-run-").FullName;
    readonly StringBuilder _log = new();

    public string Log => _log.ToString();

    public string SummaryFile => PathOf("summary.md");

    public string Summary => File.Exists(SummaryFile) ? File.ReadAllText(SummaryFile) : "";

    public string PathOf(string name) => Path.Combine(_folder, name);

    public void Write(string step, CommandResult result) => _log.AppendLine($"## {step}: {result}");

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}

namespace Benevoclic.EndToEnd;

/// <summary>Real programs that a test needs; without them it is skipped and says so. `./test.sh` installs them.</summary>
static class Needs
{
    public static void Monitoring()
    {
        Program("prometheus");
        Program("alertmanager", "prometheus-alertmanager");
        Program("node_exporter", "prometheus-node-exporter");
    }

    /// <returns>The full path of the first of these that is installed.</returns>
    public static string Program(params string[] names)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Append("/usr/sbin");
        var found = names
            .SelectMany(_ => folders, (name, folder) => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);
        Assert.SkipWhen(found is null, $"{names[0]} is not installed; ./test.sh installs it");
        return found;
    }
}

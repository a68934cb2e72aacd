using System.Reflection;

namespace Benevoclic.Cli.Remote;

/// <summary>A bash script of <c>Scripts/</c>. It goes to the host on standard input, so nothing has to be installed there.</summary>
static class Script
{
    /// <param name="name">The file's name without <c>.sh</c>.</param>
    /// <param name="arguments">Its <c>$1</c>, <c>$2</c>, …; everybody on the host sees them.</param>
    public static RemoteCommand Run(string name, params IEnumerable<string> arguments) =>
        new(["bash", "-s", "--", .. arguments]) { Input = System.Text.Encoding.UTF8.GetBytes(Text(name)) };

    /// <summary>
    /// The script behind the functions that all of them share, and those that the words of its name share: <c>swarm-facts</c> has what is
    /// in <c>swarm-common.sh</c> and in <c>facts-common.sh</c>.
    /// </summary>
    public static string Text(string name) =>
        string.Join(
            '\n',
            name.Split('-').Select(word => $"{word}-common").Where(Exists).Prepend("common").Append(name).Select(Read)
        );

    static bool Exists(string name) =>
        Assembly.GetExecutingAssembly().GetManifestResourceInfo($"{name}.sh") is not null;

    static string Read(string name)
    {
        using var stream =
            Assembly.GetExecutingAssembly().GetManifestResourceStream($"{name}.sh")
            ?? throw new ArgumentException($"there is no script {name}.sh", nameof(name));
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

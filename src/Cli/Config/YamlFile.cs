using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Benevoclic.Cli.Config;

/// <summary>Opens a YAML file whose top level is a mapping.</summary>
static class YamlFile
{
    /// <param name="path">The file on disk.</param>
    /// <param name="shownAs">Its name in messages, relative to the repository.</param>
    /// <param name="problems">Receives what is wrong with it.</param>
    /// <returns>Null when the file cannot be read as a mapping; the problem is then recorded.</returns>
    public static YamlSection? Open(string path, string shownAs, Problems problems)
    {
        try
        {
            return Parse(File.ReadAllText(path), shownAs, problems);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(shownAs, $"cannot be read: {e.Message}");
            return null;
        }
    }

    static YamlSection? Parse(string text, string shownAs, Problems problems)
    {
        var parser = new Parser(new StringReader(text));
        var stream = new YamlStream();
        try
        {
            stream.Load(new ShallowParser(parser));
        }
        catch (YamlException e)
        {
            problems.Add($"{shownAs}:{e.Start.Line}", $"is not valid YAML: {Reason(e)}");
            return null;
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            // YamlDotNet throws these too for mere mistakes, such as a bracket that is not closed.
            problems.Add($"{shownAs}:{parser.Current?.End.Line ?? 1}", "is not valid YAML from here on");
            return null;
        }
        switch (stream.Documents)
        {
            case [{ RootNode: YamlMappingNode root }]:
                return new YamlSection(root, shownAs, "", problems);
            case []:
                return new YamlSection(new YamlMappingNode(), shownAs, "", problems);
            default:
                problems.Add(shownAs, "should hold one list of `key: value` lines");
                return null;
        }
    }

    static string Reason(YamlException e) => (e.InnerException ?? e).Message.TrimEnd('.');
}

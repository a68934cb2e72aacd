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
            using var reader = new StreamReader(path);
            var stream = new YamlStream();
            stream.Load(reader);
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
        catch (YamlException e)
        {
            problems.Add($"{shownAs}:{e.Start.Line}", $"is not valid YAML: {Reason(e)}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(shownAs, $"cannot be read: {e.Message}");
        }
        return null;
    }

    static string Reason(YamlException e) => (e.InnerException ?? e).Message.TrimEnd('.');
}

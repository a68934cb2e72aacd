using System.Globalization;
using System.Text.RegularExpressions;
using Benevoclic.Cli.Config;

namespace Benevoclic.Cli.Stack;

/// <summary>Reads those values of a Compose service that also matter without Docker, in all the forms that Compose allows.</summary>
static partial class ComposeBlock
{
    /// <summary>What Compose waits when the file says nothing.</summary>
    static readonly TimeSpan StandardStopGrace = TimeSpan.FromSeconds(10);

    public static string Image(YamlSection compose)
    {
        var image = compose.Text("image");
        if (image is null && compose.Has("image"))
        {
            return ""; // Not a text; that has been said.
        }
        if (image is null || !NamesVersion(image))
        {
            compose.Report("image", $"should name a version (such as name:1.2.3), found \"{image}\"");
        }
        return image ?? "";
    }

    public static IReadOnlyList<string> Words(YamlSection section, string key) =>
        section.IsNothing(key) ? []
        : section.IsList(key) ? [.. section.Texts(key).Select(word => Checked(section, key, word))]
        : Split(section, key, Checked(section, key, section.Text(key) ?? ""));

    public static IReadOnlyList<string> Split(YamlSection section, string key, string line)
    {
        try
        {
            return ShellWords.Split(line);
        }
        catch (FormatException e)
        {
            section.Report(key, e.Message);
            return [];
        }
    }

    public static IReadOnlyDictionary<string, string> Variables(YamlSection section, string key) =>
        section.Map(key).ToDictionary(pair => pair.Key, pair => Checked(section, $"{key}.{pair.Key}", pair.Value));

    public static IReadOnlyList<Volume> Volumes(YamlSection compose) =>
        [
            .. compose
                .Items("volumes")
                .Select(item => item is YamlSection entry ? Long(entry) : Volume.Parse((string)item))
                .OfType<Volume>(),
        ];

    /// <summary>How long the service may take to end by itself.</summary>
    public static TimeSpan StopGrace(YamlSection compose)
    {
        if (compose.Text("stop_grace_period") is not { } text)
        {
            return StandardStopGrace;
        }
        var match = Duration().Match(text);
        if (!match.Success || text.Length == 0)
        {
            compose.Report("stop_grace_period", $"should be a duration such as 1m30s, found \"{text}\"");
            return StandardStopGrace;
        }
        return new TimeSpan(0, Part("h"), Part("m"), Part("s"), Part("ms"));

        int Part(string unit) =>
            match.Groups[unit].Success ? int.Parse(match.Groups[unit].ValueSpan, CultureInfo.InvariantCulture) : 0;
    }

    /// <summary>Records a form of <c>${…}</c> that Compose does not know, which would otherwise show at the start only.</summary>
    public static string Checked(YamlSection section, string key, string text)
    {
        try
        {
            Interpolation.Apply(text, _ => "x");
        }
        catch (FormatException e)
        {
            section.Report(key, e.Message);
        }
        return text;
    }

    static Volume? Long(YamlSection entry) =>
        entry.Text("source") is { } source && entry.Text("target") is { } target
            ? new Volume(source, target.TrimEnd('/'))
            : null;

    static bool NamesVersion(string image)
    {
        // A tag may be a variable's default: as the image would be named on a machine without any variable.
        var name = WithoutVariables(image);
        return name is null
            || (name[(name.LastIndexOf('/') + 1)..].Split(':', 2) is [_, var tag] && tag is not ("" or "latest"));
    }

    /// <returns>Null when a variable is required: then somebody has to choose.</returns>
    static string? WithoutVariables(string image)
    {
        try
        {
            return Interpolation.Apply(image, _ => null);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"^((?<h>\d{1,4})h)?((?<m>\d{1,6})m(?!s))?((?<s>\d{1,6})s)?((?<ms>\d{1,6})ms)?\z")]
    private static partial Regex Duration();
}

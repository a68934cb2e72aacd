using Benevoclic.Cli.Config;
using Benevoclic.Cli.Stack;
using CsCheck;

namespace Benevoclic.Cli.Tests.Config;

/// <summary>Whatever a person writes, the answer is a list of problems and never a stack trace.</summary>
public sealed class RubbishTests : IDisposable
{
    static readonly string[] Pieces =
    [
        "a",
        "api",
        "locale",
        "ports",
        "services",
        "x-benevoclic",
        "image",
        "local",
        "program",
        "after",
        "check",
        "environment",
        "volumes",
        "command",
        "probe",
        "port",
        "rollout",
        "stop_grace_period",
        "name:1.2",
        "1",
        "70000",
        "-1",
        "~",
        "null",
        "true",
        ":",
        ": ",
        "- ",
        "\n",
        "\n  ",
        "\n    ",
        "\t",
        "{",
        "}",
        "[",
        "]",
        ",",
        "\"",
        "'",
        "&x ",
        "*x",
        "!!str ",
        "!",
        "? ",
        "|",
        ">-",
        "---\n",
        "...",
        "#",
        "<<",
        "%",
        "@",
        "`",
        "$",
        "${",
        "${A:-",
        "}",
        "=",
        "\\",
        "\0",
        "é",
        "🙂",
        "\uFEFF",
    ];

    static readonly Gen<string> Rubbish = Gen.OneOf([.. Pieces.Select(Gen.Const)]).Array[0, 40].Select(string.Concat);

    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Rubbish_as_benevoclic_yaml_gives_problems_and_never_an_exception() =>
        Rubbish.Sample(
            text =>
            {
                var problems = new Problems();
                Installation.Load(
                    Written(text, "benevoclic.yaml"),
                    new Dictionary<string, int?> { ["api"] = 3000 },
                    new Dictionary<string, string> { ["BENEVOCLIC_PORTS__API"] = text, ["BENEVOCLIC_LOCALE"] = text },
                    problems
                );
            },
            iter: 1000
        );

    [Fact]
    public void Rubbish_as_a_compose_file_gives_problems_and_never_an_exception() =>
        Gen.Select(Gen.OneOf(Gen.Const(""), Gen.Const(Half)), Rubbish)
            .Sample(
                (start, rubbish) =>
                    ServiceFile.Read(Path.GetDirectoryName(Written(start + rubbish, "compose.yaml"))!, new Problems()),
                iter: 1000
            );

    [Fact]
    public void Rubbish_with_dollars_is_put_in_or_refused() =>
        Rubbish.Sample(
            text =>
            {
                try
                {
                    Interpolation.Apply(text, name => name.Length % 2 == 0 ? name : null);
                }
                catch (FormatException)
                {
                    // Refused.
                }
            },
            iter: 10_000
        );

    const string Half = """
        services:
          api:
            image: name:1
            command: run
        x-benevoclic:
          port: 1
          probe: /
          local:
            program: x
        """;

    string Written(string text, string name)
    {
        var folder = Path.Combine(_folder.Path, Guid.NewGuid().ToString("N"), "api");
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}

using Benevoclic.Cli.Config;

namespace Benevoclic.Cli.Tests.Config;

public sealed class InterpolationTests
{
    static readonly Dictionary<string, string> Variables = new()
    {
        ["SET"] = "value",
        ["EMPTY"] = "",
        ["_x1"] = "underscore",
    };

    [Theory]
    [InlineData("no variable", "no variable")]
    [InlineData("", "")]
    [InlineData("$SET", "value")]
    [InlineData("a $SET-b", "a value-b")]
    [InlineData("$_x1", "underscore")]
    [InlineData("${SET}", "value")]
    [InlineData("${UNSET}", "")]
    [InlineData("$UNSET.", ".")]
    [InlineData("${SET:-other}", "value")]
    [InlineData("${EMPTY:-other}", "other")]
    [InlineData("${EMPTY-other}", "")]
    [InlineData("${UNSET-other}", "other")]
    [InlineData("${UNSET:-}", "")]
    [InlineData("${SET:+instead}", "instead")]
    [InlineData("${EMPTY:+instead}", "")]
    [InlineData("${EMPTY+instead}", "instead")]
    [InlineData("${UNSET+instead}", "")]
    [InlineData("${UNSET:-${SET}}", "value")]
    [InlineData("${UNSET:-${ALSO:-${SET:+deep}}}", "deep")]
    [InlineData("${UNSET:-http://x:1/}", "http://x:1/")]
    [InlineData("${SET?needed}", "value")]
    [InlineData("${EMPTY?needed}", "")]
    [InlineData("$$", "$")]
    [InlineData("$$SET", "$SET")]
    [InlineData("$${SET}", "${SET}")]
    [InlineData("$$$SET", "$value")]
    [InlineData("${UNSET:-$$5}", "$5")]
    [InlineData("{SET}", "{SET}")]
    [InlineData("${SET}${SET}", "valuevalue")]
    public void Every_form_of_Compose_gives_what_Compose_gives(string text, string expected) =>
        Assert.Equal(expected, Interpolation.Apply(text, Variables.GetValueOrDefault));

    [Theory]
    [InlineData("${SET", "opens a brace and does not close it")]
    [InlineData("${UNSET:-${SET}", "opens a brace and does not close it")]
    [InlineData("${UNSET:?tell me why}", "UNSET must be set: tell me why")]
    [InlineData("${EMPTY:?}", "EMPTY must be set")]
    [InlineData("${UNSET?}", "UNSET must be set")]
    [InlineData("${}", "${}")]
    [InlineData("${SET!x}", "${SET!x}")]
    [InlineData("${SET:x}", "${SET:x}")]
    [InlineData("${SET::-x}", "${SET::-x}")]
    [InlineData("${SET:}", "${SET:}")]
    [InlineData("${1A}", "${1A}")]
    [InlineData("${ SET }", "${ SET }")]
    [InlineData("ends in $", "written $$")]
    [InlineData("$(command)", "written $$")]
    [InlineData("^/dev$|x", "written $$")]
    [InlineData("$1", "written $$")]
    public void What_Compose_refuses_is_refused(string text, string says) =>
        Assert.Contains(
            says,
            Assert.Throws<FormatException>(() => Interpolation.Apply(text, Variables.GetValueOrDefault)).Message,
            StringComparison.Ordinal
        );
}

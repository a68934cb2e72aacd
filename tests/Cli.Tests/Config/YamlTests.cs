using Benevoclic.Cli.Config;

namespace Benevoclic.Cli.Tests.Config;

public sealed class YamlTests : IDisposable
{
    readonly TemporaryFolder _folder = new();
    readonly Problems _problems = new();

    public void Dispose() => _folder.Dispose();

    YamlSection? Open(string text) => YamlFile.Open(_folder.Write("file.yaml", text), "file.yaml", _problems);

    string Said => string.Join('\n', _problems.Found);

    [Theory]
    [InlineData("a: 1\nb: [1\nc: 2\n", "file.yaml:2: is not valid YAML")]
    [InlineData("a: 1\na: 2\n", "file.yaml:2: is not valid YAML: Duplicate key")]
    [InlineData("a: 1\n\tb: 2\n", "file.yaml:")]
    [InlineData("a: *unknown\n", "file.yaml:1: is not valid YAML")]
    [InlineData("- a\n- b\n", "file.yaml: should hold one list of `key: value` lines")]
    [InlineData("just text", "file.yaml: should hold one list of `key: value` lines")]
    [InlineData("a: 1\n---\nb: 2\n", "file.yaml: should hold one list of `key: value` lines")]
    public void What_is_no_file_of_keys_is_one_problem_with_its_place(string text, string says)
    {
        Assert.Null(Open(text));
        Assert.StartsWith(says, Assert.Single(_problems.Found).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("# only a comment\n")]
    public void An_empty_file_has_no_keys_and_no_problem(string text)
    {
        Assert.Empty(Open(text)!.Keys);
        Assert.Empty(_problems.Found);
    }

    [Fact]
    public void A_missing_file_is_a_problem()
    {
        Assert.Null(YamlFile.Open(_folder.In("nothing.yaml"), "nothing.yaml", _problems));
        Assert.Contains("nothing.yaml: cannot be read", Said, StringComparison.Ordinal);
    }

    [Fact]
    public void Bottomless_nesting_is_a_problem_and_not_the_end_of_the_process()
    {
        Assert.Null(Open("a: 1\nb: " + new string('[', 100_000)));
        Assert.Equal("file.yaml:2: is not valid YAML: it is nested deeper than 100 levels", Said);
    }

    [Fact]
    public void An_anchor_is_followed() => Assert.Equal("1", Open("a: &x 1\nb: *x\n")!.Text("b"));

    [Theory]
    [InlineData("\"port\": 5")]
    [InlineData("!!str port: 5")]
    public void A_quoted_key_is_the_same_key(string text)
    {
        var file = Open(text)!;

        Assert.Equal(5, file.Number("port", 1, 9));
        file.RejectUnknownKeys();
        Assert.Empty(_problems.Found);
    }

    [Theory]
    [InlineData("port: 0", "\"0\"")]
    [InlineData("port: 10", "\"10\"")]
    [InlineData("port: -1", "\"-1\"")]
    [InlineData("port: 1.5", "\"1.5\"")]
    [InlineData("port: two", "\"two\"")]
    [InlineData("port: 99999999999999", "\"99999999999999\"")]
    [InlineData("port:", "nothing")]
    [InlineData("port: [1]", "a list")]
    [InlineData("port: {a: 1}", "a list of `key: value` lines")]
    public void A_number_out_of_range_says_what_is_allowed_and_what_was_found(string text, string found)
    {
        Assert.Null(Open(text)!.Number("port", 1, 9));
        Assert.Equal($"file.yaml:1 port: should be a number between 1 and 9, found {found}", Said);
    }

    [Fact]
    public void A_word_that_is_no_choice_lists_the_choices()
    {
        Assert.Null(Open("a: 1\ncolour: pink")!.OneOf("colour", "red", "green"));
        Assert.Equal("file.yaml:2 colour: should be one of red, green, found \"pink\"", Said);
    }

    [Fact]
    public void A_value_of_the_wrong_kind_is_absent_and_a_problem()
    {
        var file = Open("text: [a]\nsection: text\nlist: text\nmixed: [a, {b: c}, [d]]")!;

        Assert.Null(file.Text("text"));
        Assert.Null(file.Section("section"));
        Assert.Empty(file.Items("list"));
        Assert.Equal(["a"], file.Texts("mixed"));
        Assert.Equal(
            """
            file.yaml:1 text: should be a text, found a list
            file.yaml:2 section: should be a list of `key: value` lines, found "text"
            file.yaml:3 list: should be a list, found "text"
            file.yaml:4 mixed[2]: should be a text, found a list
            file.yaml:4 mixed: should be a list of texts
            """,
            Said
        );
    }

    [Fact]
    public void Every_unknown_key_is_named_with_the_nearest_known_one()
    {
        var file = Open("ports: 1\nprots: 2\nzebra: 3\n? [a, b]\n: 4\n")!;
        file.Text("ports");
        file.Text("locale");

        file.RejectUnknownKeys();

        Assert.Equal(
            """
            file.yaml:2 prots: is not a key here; did you mean ports?
            file.yaml:3 zebra: is not a key here; known are locale, ports
            file.yaml:4 ?: a key should be a text, found a list
            """,
            Said
        );
    }

    [Fact]
    public void A_key_below_another_is_named_with_its_path()
    {
        Open("a:\n  b:\n    c: x\n")!.Section("a")!.Section("b")!.Number("c", 1, 2);
        Assert.Equal("file.yaml:3 a.b.c: should be a number between 1 and 2, found \"x\"", Said);
    }

    [Theory]
    [InlineData("map: [A=1, B=, C=x=y, D]")]
    [InlineData("map: {A: 1, B: \"\", C: x=y, D: }")]
    public void Both_forms_of_a_map_read_alike_and_leave_out_what_has_no_value(string text)
    {
        var map = Open(text)!.Map("map");

        Assert.Equal(["A=1", "B=", "C=x=y"], map.Select(pair => $"{pair.Key}={pair.Value}"));
        Assert.Empty(_problems.Found);
    }

    [Fact]
    public void A_name_twice_in_a_list_is_a_problem()
    {
        Open("map: [A=1, A=2]")!.Map("map");
        Assert.Equal("file.yaml:1 map: names A more than once", Said);
    }

    [Theory]
    [InlineData("a:")]
    [InlineData("a: ~")]
    [InlineData("a: null")]
    [InlineData("b: 1")]
    public void Nothing_behind_a_key_is_as_good_as_no_key(string text)
    {
        var file = Open(text)!;

        Assert.True(file.IsNothing("a"));
        Assert.Null(file.Section("a"));
        Assert.Empty(file.Items("a"));
        Assert.Empty(file.Map("a"));
        Assert.Empty(_problems.Found);
    }
}

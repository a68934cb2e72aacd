using Benevoclic.Cli.Config;
using Benevoclic.Cli.Stack;

namespace Benevoclic.Cli.Tests.Stack;

public sealed class StartOrderTests
{
    readonly Problems _problems = new();

    string Sort(params Service[] services) =>
        string.Join(
            ' ',
            StartOrder
                .Sort(services, [.. services.Select(service => service.Name), "broken"], _problems)
                .Select(service => service.Name)
        );

    [Fact]
    public void A_service_comes_behind_those_that_it_waits_for_and_otherwise_the_order_stays()
    {
        Assert.Equal(
            "d b a c",
            Sort(
                AService.Named("a", "b"),
                AService.Named("c", "a", "broken"),
                AService.Named("d"),
                AService.Named("b", "d")
            )
        );
        Assert.Empty(_problems.Found);
    }

    [Fact]
    public void A_circle_names_those_in_it()
    {
        Sort(AService.Named("a", "b"), AService.Named("b", "a"), AService.Named("c"));
        Assert.Equal("stack: a, b wait for each other; see their `after:`", Assert.Single(_problems.Found).ToString());
    }

    [Fact]
    public void An_unknown_name_is_said_with_the_nearest()
    {
        Sort(AService.Named("api"), AService.Named("b", "appi"));
        Assert.Equal(
            "stack/b/compose.yaml x-benevoclic.after: \"appi\" is not a service; did you mean api?",
            Assert.Single(_problems.Found).ToString()
        );
    }
}

public sealed class ShellWordsTests
{
    [Theory]
    [InlineData("", new string[0])]
    [InlineData("  a \t b\n", new[] { "a", "b" })]
    [InlineData("'a b' \"c d\"", new[] { "a b", "c d" })]
    [InlineData("a'b'\"c\"d", new[] { "abcd" })]
    [InlineData("'' \"\"", new[] { "", "" })]
    [InlineData("a\\ b \\\"", new[] { "a b", "\"" })]
    [InlineData("'a\\b' \"a\\\"b\"", new[] { "a\\b", "a\"b" })]
    [InlineData("\"it's\" 'say \"x\"'", new[] { "it's", "say \"x\"" })]
    public void Words_are_split_as_a_shell_splits_them(string line, string[] words) =>
        Assert.Equal(words, ShellWords.Split(line));

    [Theory]
    [InlineData("a 'b")]
    [InlineData("a \"b")]
    public void An_open_quote_is_refused(string line) => Assert.Throws<FormatException>(() => ShellWords.Split(line));
}

public sealed class TheStackOfThisRepositoryTests
{
    [Fact]
    public void It_has_no_problem()
    {
        var problems = new Problems();
        var checkout = Checkout.Read(Repository.Root, new Dictionary<string, string>(), problems);

        Assert.Empty(problems.Found);
        Assert.Equal(
            ["alertmanager", "api", "grafana", "node-exporter", "prometheus", "proxy", "relay"],
            checkout.Stack.Services.Select(service => service.Name).Order(StringComparer.Ordinal)
        );
        Assert.All(
            checkout.Stack.Services,
            service => Assert.Equal($"benevoclic-{service.Name}", service.ContainerName)
        );
    }

    [Fact]
    public void Empty_and_missing_stacks_are_problems()
    {
        using var folder = new TemporaryFolder();
        var problems = new Problems();
        ServiceStack.Load(folder.In("stack"), problems);
        Directory.CreateDirectory(folder.In("stack", ".git"));
        ServiceStack.Load(folder.In("stack"), problems);

        Assert.Equal(
            [
                $"stack: is missing; it should be the folder {folder.In("stack")}",
                "stack: holds no folder; each folder in it is a service",
            ],
            problems.Found.Select(problem => problem.ToString())
        );
    }

    [Fact]
    public void Two_services_cannot_be_the_same_end_of_the_alert_path()
    {
        using var folder = new TemporaryFolder();
        var problems = new Problems();
        foreach (var name in new[] { "a", "b" })
        {
            folder.Write(
                $"stack/{name}/compose.yaml",
                $"services: {{{name}: {{image: \"x:1\"}}}}\nx-benevoclic: {{port: 1, probe: /, alert_path: exit}}"
            );
        }

        ServiceStack.Load(folder.In("stack"), problems);

        Assert.Equal(
            "stack/b/compose.yaml x-benevoclic.alert_path: a is the exit already; an alert path has one",
            Assert.Single(problems.Found).ToString()
        );
    }
}

using Benevoclic.Harness.Workflows;

namespace Benevoclic.Cli.Tests.Workflows;

/// <summary>Our reading of path filters and expressions, on GitHub's own examples.</summary>
public sealed class Understanding
{
    [Theory]
    [InlineData("*", "README.md", true)]
    [InlineData("*", "docs/README.md", false)]
    [InlineData("**", "all/the/files.md", true)]
    [InlineData("*.js", "app.js", true)]
    [InlineData("**.js", "src/js/app.js", true)]
    [InlineData("docs/*", "docs/mona/octocat.txt", false)]
    [InlineData("docs/**", "docs/mona/octocat.txt", true)]
    [InlineData("docs/**/*.md", "docs/README.md", true)]
    [InlineData("docs/**/*.md", "docs/a/markdown/file.md", true)]
    [InlineData("**/docs/**", "dir/docs/my-file.txt", true)]
    [InlineData("**/README.md", "js/README.md", true)]
    [InlineData("**/*-post.md", "path/their-post.md", true)]
    [InlineData("*.md !README.md", "README.md", false)]
    [InlineData("*.md !README.md README*", "README.doc", true)]
    [InlineData("stack/** !stack/api/**", "stack/api/compose.yaml", false)]
    [InlineData("stack/** !stack/api/**", "stack/api-two/compose.yaml", true)]
    public void A_path_passes_as_on_GitHub(string patterns, string path, bool passes) =>
        Assert.Equal(passes, PathFilter.Passes(patterns.Split(' '), path));

    [Theory]
    [InlineData("inputs.services || 'api'", "api")]
    [InlineData("github.event_name == 'PUSH' && 'yes' || 'no'", "yes")]
    [InlineData("inputs.nothing.of.this == ''", "true")]
    [InlineData("!inputs.dry_run && !(true || false)", "false")]
    [InlineData("contains('api relay', 'relay')", "true")]
    [InlineData("inputs.dry_run || false", "false")]
    [InlineData("'it''s'", "it's")]
    [InlineData("!cancelled() && needs.build.result != 'failure'", "true")]
    public void An_expression_means_what_it_means_on_GitHub(string text, string value) =>
        Assert.Equal(
            value,
            Expression.Text(
                Expression.Evaluate(
                    text,
                    new Dictionary<string, object?>
                    {
                        ["github"] = new Dictionary<string, object?> { ["event_name"] = "push" },
                        ["inputs"] = new Dictionary<string, object?> { ["services"] = "" },
                    }
                )
            )
        );

    [Theory]
    [InlineData("hashFiles('x')")]
    [InlineData("a b")]
    [InlineData("(a")]
    public void What_is_not_understood_is_said(string text) =>
        Assert.Throws<FormatException>(() => Expression.Evaluate(text, new Dictionary<string, object?>()));
}

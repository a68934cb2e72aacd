using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Benevoclic.Harness.Guides;

/// <summary>A document for people, read as GitHub reads it: a README, or a file of docs/.</summary>
public sealed class Guide
{
    static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseAutoLinks()
        .UseAutoIdentifiers(AutoIdentifierOptions.GitHub)
        .Build();

    readonly MarkdownDocument _document;

    Guide(string path, string text) => (Path, Text, _document) = (path, text, Markdown.Parse(text, Pipeline));

    /// <summary>From the root of the checkout, such as docs/RUNBOOKS.md.</summary>
    public string Path { get; }

    public string Text { get; }

    /// <summary>Every document of the checkout, in the order of their paths.</summary>
    public static IReadOnlyList<Guide> All { get; } =
    [
        .. Directory
            .EnumerateFiles(Repository.Root, "*.md")
            .Concat(
                Directory.EnumerateFiles(
                    System.IO.Path.Combine(Repository.Root, "docs"),
                    "*.md",
                    SearchOption.AllDirectories
                )
            )
            .Select(file => System.IO.Path.GetRelativePath(Repository.Root, file))
            .Order(StringComparer.Ordinal)
            .Select(Read),
    ];

    public static Guide At(string path) => All.Single(guide => guide.Path == path);

    public static Guide Parse(string path, string text) => new(path, text);

    /// <summary>What follows # in an address and leads to a heading.</summary>
    public IReadOnlyList<string> Anchors =>
        [.. _document.Descendants<HeadingBlock>().Select(heading => heading.GetAttributes().Id ?? "")];

    /// <summary>Addresses of links and images, with the line each stands on.</summary>
    public IReadOnlyList<(int Line, string Address)> Links =>
        [
            .. _document.Descendants<LinkInline>().Select(link => (link.Line + 1, link.Url ?? "")),
            .. _document.Descendants<AutolinkInline>().Select(link => (link.Line + 1, link.Url)),
        ];

    /// <summary>What is set as code inside of a sentence or a table.</summary>
    public IReadOnlyList<(int Line, string Text)> InlineCode =>
        [.. _document.Descendants<CodeInline>().Select(code => (code.Line + 1, code.Content))];

    /// <summary>The code in the first column of every table.</summary>
    public IReadOnlyList<(int Line, string Text)> FirstColumn =>
        [
            .. _document
                .Descendants<TableRow>()
                .SelectMany(row => ((TableCell)row[0]).Descendants<CodeInline>())
                .Select(code => (code.Line + 1, code.Content)),
        ];

    /// <summary>The blocks of commands, in their order.</summary>
    public IReadOnlyList<Fence> Commands =>
        [
            .. _document
                .Descendants<FencedCodeBlock>()
                .Where(block => block.Info == Fence.Language)
                .Select(block => Fence.Read(Path, block)),
        ];

    /// <summary>Each block of commands, with what the guide says that it prints: the block of another language right behind it.</summary>
    public IReadOnlyList<(Fence Command, string? Answer)> Dialogue
    {
        get
        {
            var blocks = _document.Descendants<FencedCodeBlock>().ToList();
            return
            [
                .. blocks
                    .Select((block, place) => (block, next: blocks.ElementAtOrDefault(place + 1)))
                    .Where(pair => pair.block.Info == Fence.Language)
                    .Select(pair =>
                        (
                            Fence.Read(Path, pair.block),
                            pair.next is { Info: not Fence.Language } answer ? answer.Lines.ToString() : null
                        )
                    ),
            ];
        }
    }

    /// <summary>Blocks that say no language: nobody knows whether somebody is to type them.</summary>
    public IEnumerable<int> NamelessBlocks =>
        _document
            .Descendants<FencedCodeBlock>()
            .Where(block => string.IsNullOrEmpty(block.Info))
            .Select(block => block.Line + 1);

    /// <summary>The text of one section, from its heading to the next of the same rank or above; null without such a heading.</summary>
    public string? Section(string anchor)
    {
        var headings = _document.Descendants<HeadingBlock>().ToList();
        var at = headings.FindIndex(heading => heading.GetAttributes().Id == anchor);
        if (at < 0)
        {
            return null;
        }
        var next = headings.Skip(at + 1).FirstOrDefault(heading => heading.Level <= headings[at].Level);
        return Text[headings[at].Span.Start..(next?.Span.Start ?? Text.Length)];
    }

    public override string ToString() => Path;

    static Guide Read(string path) => new(path, File.ReadAllText(System.IO.Path.Combine(Repository.Root, path)));
}

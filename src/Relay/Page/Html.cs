using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Benevoclic.Relay.Page;

/// <summary>Text that is already HTML. Everything else that goes into <see cref="Of"/> is encoded, so nothing can be forgotten.</summary>
readonly record struct Html(string Text)
{
    static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static Html Of(FormattableString template) =>
        new(string.Format(null, template.Format, [.. template.GetArguments().Select(Encode)]));

    public static Html Join(IEnumerable<Html> parts) => new(string.Concat(parts.Select(part => part.Text)));

    public override string ToString() => Text;

    static string Encode(object? value) => value is Html html ? html.Text : Encoder.Encode(value?.ToString() ?? "");
}

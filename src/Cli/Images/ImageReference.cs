using System.Net;
using System.Text.RegularExpressions;

namespace Benevoclic.Cli.Images;

/// <summary>The name of an image, in its parts: <c>[registry/]repository:tag</c>.</summary>
/// <param name="Registry">The host, with its port if it has one; null when the name says none.</param>
sealed partial record ImageReference(string? Registry, string Repository, string Tag)
{
    /// <returns>Null when the text names no image by a tag.</returns>
    public static ImageReference? Parse(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var first = slash < 0 ? "" : text[..slash];
        // As Docker tells a host from an owner: https://pkg.go.dev/github.com/distribution/reference
        var registry = first.AsSpan().ContainsAny('.', ':') || first == "localhost" ? first : null;
        var rest = registry is null ? text : text[(slash + 1)..];
        return rest.Split(':') is [var repository, var tag] && Repositories().IsMatch(repository) && IsTag(tag)
            ? new ImageReference(registry, repository, tag)
            : null;
    }

    public static bool IsTag(string text) => Tags().IsMatch(text);

    /// <summary>On this machine: Docker and .NET speak plain http to it, as nobody listens in between.</summary>
    public bool IsLoopback =>
        Registry?.Split(':')[0] is { } host
        && (host == "localhost" || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address)));

    public override string ToString() => $"{(Registry is null ? "" : $"{Registry}/")}{Repository}:{Tag}";

    [GeneratedRegex(@"^[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*(/[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*)*\z")]
    private static partial Regex Repositories();

    [GeneratedRegex(@"^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}\z")]
    private static partial Regex Tags();
}

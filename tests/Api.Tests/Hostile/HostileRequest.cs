using System.Text;

namespace Benevoclic.Api.Tests.Hostile;

/// <summary>A request as somebody makes it who means no good, or has no idea.</summary>
/// <param name="Target">Path and query, as they go over the wire.</param>
/// <param name="Caller">Whose token goes along: a place in the list of callers.</param>
/// <param name="ContentType">Null for none.</param>
sealed record HostileRequest(string Method, string Target, int Caller, string? ContentType, byte[] Body)
{
    const int Shown = 600;

    public HttpRequestMessage ToMessage(Uri server)
    {
        var options = new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true };
        var message = new HttpRequestMessage(
            new HttpMethod(Method),
            new Uri(server.GetLeftPart(UriPartial.Authority) + Target, options)
        );
        // A body that was not read to its end costs its connection; the next request must not be on it.
        message.Headers.ConnectionClose = true;
        if (Body.Length > 0 || ContentType is not null)
            message.Content = new ByteArrayContent(Body);
        if (ContentType is not null)
            message.Content!.Headers.TryAddWithoutValidation("Content-Type", ContentType);
        return message;
    }

    public override string ToString()
    {
        var body = Encoding.Latin1.GetString(Body);
        return $"{Method} {Target} as caller {Caller}, {ContentType ?? "no type"}, {Body.Length} bytes: "
            + (body.Length > Shown ? body[..Shown] + "…" : body);
    }
}

using System.Net;
using System.Net.Http.Headers;

namespace Benevoclic.EndToEnd.Dashboards;

/// <summary>
/// A body whose end comes late. The server waits for it as long as its client does, so that both measure the same time, on whatever
/// machine; of a quick answer each measures mostly its own part.
/// </summary>
sealed class SlowBody : HttpContent
{
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    public SlowBody() => Headers.ContentType = new MediaTypeHeaderValue("application/json");

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync("{"u8.ToArray());
        // Now the server has the request.
        await stream.FlushAsync();
        await Task.Delay(Pause);
        await stream.WriteAsync("}"u8.ToArray());
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 2;
        return true;
    }
}

using System.Globalization;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Benevoclic.Cli.Watching;

/// <summary>Asks the public address, as its users do.</summary>
/// <param name="address">The whole address of its health.</param>
/// <param name="tries">How often it is asked before it counts as down: one lost packet is no outage.</param>
/// <param name="time">The clock.</param>
sealed class PublicProbe(Uri address, int tries, TimeProvider time)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    DateTimeOffset? _certificateEnds;

    public async Task<Sight> LookAsync(CancellationToken ct)
    {
        using var http = new HttpClient(new HttpClientHandler { ServerCertificateCustomValidationCallback = Note })
        {
            Timeout = Patience,
        };
        var why = await AskAsync(http, ct);
        for (var left = tries - 1; why is not null && left > 0; left--)
        {
            await Task.Delay(Pause, time, ct);
            why = await AskAsync(http, ct);
        }
        return new Sight(time.GetUtcNow(), why, _certificateEnds);
    }

    /// <returns>Null when it answered well.</returns>
    async Task<string?> AskAsync(HttpClient http, CancellationToken ct)
    {
        try
        {
            using var answer = await http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, ct);
            return answer.IsSuccessStatusCode
                ? null
                : ((int)answer.StatusCode).ToString("HTTP 0", CultureInfo.InvariantCulture);
        }
        catch (HttpRequestException e)
        {
            return e.InnerException?.Message ?? e.Message;
        }
        catch (TaskCanceledException) when (!ct.IsCancellationRequested)
        {
            return $"> {Patience.TotalSeconds:0} s";
        }
    }

    /// <summary>Looks at the certificate and lets the usual rules decide: one that browsers refuse is an outage.</summary>
    bool Note(HttpRequestMessage request, X509Certificate2? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        _certificateEnds = certificate?.NotAfter.ToUniversalTime();
        return errors == SslPolicyErrors.None;
    }
}

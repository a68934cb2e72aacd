using Benevoclic.Api.Hosting.Errors;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Benevoclic.Api.Identity.Firebase;

/// <summary>
/// The keys that Google signs id tokens with: kept, renewed in the background, asked for again when a token names one that is
/// not known. Waits a bounded time only, and tells an outage from a bad token.
/// </summary>
sealed class GoogleKeys(IConfigurationManager<OpenIdConnectConfiguration> keys)
    : IConfigurationManager<OpenIdConnectConfiguration>
{
    public async Task<OpenIdConnectConfiguration> GetConfigurationAsync(CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(FirebaseClient.Patience);
        try
        {
            return await keys.GetConfigurationAsync(limit.Token);
        }
        // The library wraps whatever happened, the time-out included, in an InvalidOperationException.
        catch (Exception error)
            when (error is InvalidOperationException or OperationCanceledException && !cancel.IsCancellationRequested)
        {
            throw new UnavailableException(FirebaseClient.Dependency, error.InnerException ?? error);
        }
    }

    public void RequestRefresh() => keys.RequestRefresh();
}

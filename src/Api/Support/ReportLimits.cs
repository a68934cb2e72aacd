using Benevoclic.Api.Hosting.Errors;
using Benevoclic.Api.Hosting.Limits;
using Benevoclic.Api.Hosting.Requests;
using Benevoclic.Api.Identity;

namespace Benevoclic.Api.Support;

/// <summary>
/// How often anyone may report something: what comes is kept, and told on Discord. Who is signed in counts alone, so that strangers, who
/// share the address of the web client's server, take nothing from him. All strangers together have an end too: an attacker may
/// have many addresses.
/// </summary>
sealed class ReportLimits(TimeProvider clock)
{
    const string Strangers = "strangers";

    readonly Attempts _byAccount = new(new(20, TimeSpan.FromMinutes(1)), clock);
    readonly Attempts _byAddress = new(new(60, TimeSpan.FromMinutes(1)), clock);
    readonly Attempts _ofStrangers = new(new(600, TimeSpan.FromSeconds(10)), clock);

    /// <exception cref="TooManyAttemptsException"/>
    public void Count(HttpContext context)
    {
        if (Caller.Of(context) is { } caller)
        {
            _byAccount.Count(caller.Uid);
            return;
        }
        _byAddress.Count(ClientAddress.Of(context));
        _ofStrangers.Count(Strangers);
    }
}

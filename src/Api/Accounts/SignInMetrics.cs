using System.Diagnostics.Metrics;
using Benevoclic.Api.Hosting.Errors;

namespace Benevoclic.Api.Accounts;

/// <summary>Sign-ins by how they ended: accepted, rejected, limited, unavailable or failed.</summary>
sealed class SignInMetrics(IMeterFactory meters)
{
    public const string MeterName = "Benevoclic.Api.Accounts";

    readonly Counter<long> _attempts = meters
        .Create(MeterName)
        .CreateCounter<long>("benevoclic.sign_in.attempts", description: "Attempts to sign in with a password.");

    public async Task<T?> CountAsync<T>(Func<Task<T?>> signIn)
        where T : class
    {
        var outcome = "failed";
        try
        {
            var result = await signIn();
            outcome = result is null ? "rejected" : "accepted";
            return result;
        }
        catch (Exception error)
        {
            outcome = error switch
            {
                TooManyAttemptsException => "limited",
                UnavailableException => "unavailable",
                _ => outcome,
            };
            throw;
        }
        finally
        {
            _attempts.Add(1, new KeyValuePair<string, object?>("outcome", outcome));
        }
    }
}

using Benevoclic.Api.Identity;
using Benevoclic.Api.Tests.Frame;

namespace Benevoclic.Api.Tests.Accounts;

/// <summary>The calls that most tests of accounts begin with.</summary>
static class AccountCalls
{
    public const string Password = "correct horse 1";

    /// <summary>Somebody whom identity and the store know.</summary>
    public static async Task<Someone> SettledAsync(this RunningApi api, Role role)
    {
        var email = TestIdentity.NewEmail();
        var registered = await api.AskAsync(
            HttpMethod.Post,
            "/user/register",
            body: new
            {
                email,
                password = Password,
                role = role.Word(),
            }
        );
        return Someone.With(api, role, registered["uid"]) with { Email = email };
    }

    public static Task<WireAnswer> RegisterAsync(this RunningApi api, string email, string password) =>
        api.AskAsync(HttpMethod.Post, "/user/register", body: new { email, password });

    public static Task<WireAnswer> LoginAsync(this RunningApi api, string email, string password) =>
        api.AskAsync(HttpMethod.Post, "/user/login", body: new { email, password });
}

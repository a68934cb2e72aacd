using System.Globalization;
using System.Text.Json.Nodes;
using Benevoclic.Api.Hosting.Errors;

namespace Benevoclic.Api.Identity.Firebase;

/// <summary>Accounts of a Firebase project.</summary>
sealed class FirebaseIdentity(FirebaseClient firebase, ServiceAccount service, TimeProvider clock) : IIdentity
{
    const string ProbeQuery = "accounts:batchGet?maxResults=1";
    const string ListQuery = "accounts:batchGet?maxResults=1000";

    public Task<Account?> FindAsync(string uid, CancellationToken ct) => LookUpAsync("localId", uid, ct);

    public Task<Account?> FindByEmailAsync(string email, CancellationToken ct) =>
        LookUpAsync("email", email.ToLowerInvariant(), ct);

    public async Task<IReadOnlyList<Account>> ListAsync(CancellationToken ct) =>
        FirebaseAccount.ReadAll((await firebase.ReadAsync(ListQuery, ct)).Expect());

    public async Task<Account?> CreateAsync(string email, string password, CancellationToken ct)
    {
        var body = new JsonObject { ["email"] = email.ToLowerInvariant(), ["password"] = password };
        var answer = await firebase.AdministerAsync("accounts", body, ct);
        if (answer.Is("EMAIL_EXISTS", "DUPLICATE_EMAIL"))
            return null;
        RefuseRubbish(answer);
        return new Account(answer.Expect().Text("localId"), email.ToLowerInvariant(), null)
        {
            CreatedAt = clock.GetUtcNow(),
            Providers = [Provider.Password(email.ToLowerInvariant())],
        };
    }

    public Task<bool> SetRoleAsync(string uid, Role role, CancellationToken ct)
    {
        var claims = new JsonObject { [Caller.RoleClaim] = role.Word() };
        return UpdateAsync(new JsonObject { ["localId"] = uid, ["customAttributes"] = claims.ToJsonString() }, ct);
    }

    public async Task<EmailChange> ChangeEmailAsync(string uid, string email, CancellationToken ct)
    {
        var body = new JsonObject { ["localId"] = uid, ["email"] = email.ToLowerInvariant() };
        var answer = await firebase.AdministerAsync("accounts:update", body, ct);
        if (answer.Is("EMAIL_EXISTS", "DUPLICATE_EMAIL"))
            return EmailChange.Taken;
        RefuseRubbish(answer);
        if (answer.Is("USER_NOT_FOUND"))
            return EmailChange.NoSuchAccount;
        answer.Expect();
        return EmailChange.Done;
    }

    public Task<bool> SetPasswordAsync(string uid, string password, CancellationToken ct)
    {
        var now = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return UpdateAsync(
            new JsonObject
            {
                ["localId"] = uid,
                ["password"] = password,
                ["validSince"] = now,
            },
            ct
        );
    }

    public async Task DeleteAsync(string uid, CancellationToken ct)
    {
        var answer = await firebase.AdministerAsync("accounts:delete", new JsonObject { ["localId"] = uid }, ct);
        if (!answer.Is("USER_NOT_FOUND"))
            answer.Expect();
    }

    public async Task<SignIn?> SignInAsync(string email, string password, CancellationToken ct)
    {
        var body = new JsonObject
        {
            ["email"] = email.ToLowerInvariant(),
            ["password"] = password,
            ["returnSecureToken"] = true,
        };
        var answer = await firebase.SignInAsync(body, ct);
        if (answer.Is(FirebaseCodes.BadSignIn))
            return null;
        if (answer.Is("TOO_MANY_ATTEMPTS_TRY_LATER"))
            throw new TooManyAttemptsException(TimeSpan.FromMinutes(1));
        answer.Expect();
        return new(
            answer.Text("localId"),
            answer.Text("idToken"),
            answer.Text("refreshToken"),
            Seconds(answer, "expiresIn")
        );
    }

    public async Task<SignIn?> RefreshAsync(string refreshToken, CancellationToken ct)
    {
        var body = new JsonObject { ["grant_type"] = "refresh_token", ["refresh_token"] = refreshToken };
        var answer = await firebase.RefreshAsync(body, ct);
        if (answer.Is(FirebaseCodes.BadRefresh))
            return null;
        answer.Expect();
        return new(
            answer.Text("user_id"),
            answer.Text("id_token"),
            answer.Text("refresh_token"),
            Seconds(answer, "expires_in")
        );
    }

    public Task<string> CustomTokenAsync(string uid, CancellationToken ct) => Task.FromResult(service.CustomToken(uid));

    public async Task<string?> ProbeAsync(CancellationToken ct)
    {
        try
        {
            (await firebase.ReadAsync(ProbeQuery, ct)).Expect();
            return null;
        }
        catch (UnavailableException)
        {
            return "Firebase does not answer";
        }
    }

    async Task<Account?> LookUpAsync(string field, string value, CancellationToken ct)
    {
        var answer = await firebase.AdministerAsync(
            "accounts:lookup",
            new JsonObject { [field] = new JsonArray(value) },
            ct
        );
        // Longer or odder than an id or an email can be: then nobody has it.
        if (answer.Is(FirebaseCodes.Malformed))
            return null;
        return FirebaseAccount.ReadAll(answer.Expect()) is [var found, ..] ? found : null;
    }

    async Task<bool> UpdateAsync(JsonObject body, CancellationToken ct)
    {
        var answer = await firebase.AdministerAsync("accounts:update", body, ct);
        if (answer.Is("USER_NOT_FOUND"))
            return false;
        RefuseRubbish(answer);
        answer.Expect();
        return true;
    }

    // Google is stricter than the contract's rules.
    static void RefuseRubbish(FirebaseAnswer answer)
    {
        if (answer.Is("INVALID_EMAIL"))
            throw new ApiException(["email must be an email"]);
        if (answer.Is("WEAK_PASSWORD", "PASSWORD_DOES_NOT_MEET_REQUIREMENTS"))
            throw new ApiException(["password is not strong enough"]);
    }

    static TimeSpan Seconds(FirebaseAnswer answer, string name) =>
        TimeSpan.FromSeconds(int.Parse(answer.Text(name), CultureInfo.InvariantCulture));
}

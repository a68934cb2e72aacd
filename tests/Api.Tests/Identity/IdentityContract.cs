using Benevoclic.Api.Identity;
using Benevoclic.Api.Tests.Frame;

namespace Benevoclic.Api.Tests.Identity;

/// <summary>What every implementation of <see cref="IIdentity"/> promises; Firebase's is asked through Google's own emulator.</summary>
public sealed class IdentityContract
{
    const string Password = "correct horse 1";

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EachIdentity]
    public async Task A_new_account_is_found_by_its_uid_and_by_its_email_in_any_case(IdentityKind kind)
    {
        await using var api = await TestIdentity.StartAsync(kind);
        var identity = api.Get<IIdentity>();
        var email = TestIdentity.NewEmail();

        var created = await identity.CreateAsync(email.ToUpperInvariant(), Password, Ct);

        Assert.Matches("^[A-Za-z0-9]+$", created!.Uid);
        var found = await identity.FindAsync(created.Uid, Ct);
        Assert.Equal((created.Uid, email, null), (found!.Uid, found.Email, found.Role));
        Assert.False(found.Disabled);
        Assert.NotEqual(default, found.CreatedAt);
        Assert.Equal(created.Uid, (await identity.FindByEmailAsync(email.ToUpperInvariant(), Ct))?.Uid);
        Assert.Contains(await identity.ListAsync(Ct), account => account.Uid == created.Uid);
    }

    [Theory, EachIdentity]
    public async Task Who_does_not_exist_is_nobody(IdentityKind kind)
    {
        await using var api = await TestIdentity.StartAsync(kind);
        var identity = api.Get<IIdentity>();

        foreach (var odd in (string[])["nobody", "", " ", "'; --", "a\0b", "é", new string('a', 2000)])
        {
            Assert.Null(await identity.FindAsync(odd, Ct));
            Assert.Null(await identity.FindByEmailAsync(odd, Ct));
            Assert.Null(await identity.SignInAsync(odd, Password, Ct));
            Assert.Null(await identity.RefreshAsync(odd, Ct));
        }
        Assert.False(await identity.SetRoleAsync("nobody", Role.Volunteer, Ct));
        Assert.False(await identity.SetPasswordAsync("nobody", Password, Ct));
        Assert.Equal(EmailChange.NoSuchAccount, await identity.ChangeEmailAsync("nobody", TestIdentity.NewEmail(), Ct));
        await identity.DeleteAsync("nobody", Ct);
    }

    [Theory, EachIdentity]
    public async Task An_email_has_one_account_in_any_case(IdentityKind kind)
    {
        await using var api = await TestIdentity.StartAsync(kind);
        var identity = api.Get<IIdentity>();
        var email = TestIdentity.NewEmail();
        await identity.CreateAsync(email, Password, Ct);

        Assert.Null(await identity.CreateAsync(email.ToUpperInvariant(), "another one 2", Ct));
        Assert.NotNull(await identity.SignInAsync(email, Password, Ct));
    }

    [Theory, EachIdentity]
    public async Task Of_many_who_take_an_email_at_once_one_gets_it(IdentityKind kind)
    {
        await using var api = await TestIdentity.StartAsync(kind);
        var identity = api.Get<IIdentity>();
        var email = TestIdentity.NewEmail();

        var created = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => identity.CreateAsync(email, Password, Ct)));

        Assert.Single(created, account => account is not null);
    }

    [Theory, EachIdentity]
    public async Task The_right_password_signs_in_and_no_other_one(IdentityKind kind)
    {
        await using var api = await TestIdentity.StartAsync(kind);
        var identity = api.Get<IIdentity>();
        var email = TestIdentity.NewEmail();
        var account = await identity.CreateAsync(email, Password, Ct);

        var signIn = await identity.SignInAsync(email.ToUpperInvariant(), Password, Ct);

        Assert.Equal(account!.Uid, signIn!.Uid);
        Assert.Equal(TimeSpan.FromHours(1), signIn.ExpiresIn);
        Assert.NotNull((await identity.FindAsync(account.Uid, Ct))!.LastSignInAt);
        foreach (var wrong in (string[])["Correct horse 1", "correct horse 1 ", "x"])
            Assert.Null(await identity.SignInAsync(email, wrong, Ct));
    }

    [Theory, EachIdentity]
    public async Task Tokens_say_who_it_is_and_which_role_he_had_when_they_were_made(IdentityKind kind)
    {
        await using var api = await TestIdentity.StartAsync(kind);
        var identity = api.Get<IIdentity>();
        var email = TestIdentity.NewEmail();
        var account = await identity.CreateAsync(email, Password, Ct);
        var before = await identity.SignInAsync(email, Password, Ct);

        Assert.True(await identity.SetRoleAsync(account!.Uid, Role.Association, Ct));
        var after = await identity.RefreshAsync(before!.RefreshToken, Ct);

        var tokens = api.Get<IdTokens>();
        Assert.Null((await tokens.ReadAsync(before.IdToken, Ct))!.Role);
        var caller = await tokens.ReadAsync(after!.IdToken, Ct);
        Assert.Equal((account.Uid, email, Role.Association), (caller!.Uid, caller.Email, caller.Role));
        Assert.Equal(caller.IssuedAt + TimeSpan.FromHours(1), caller.ExpiresAt);
        Assert.Equal(Role.Association, (await identity.FindAsync(account.Uid, Ct))!.Role);
    }

    [Theory, EachIdentity]
    public async Task A_refresh_token_can_be_used_again_and_by_many_at_once(IdentityKind kind)
    {
        await using var api = await TestIdentity.StartAsync(kind);
        var identity = api.Get<IIdentity>();
        var (account, signIn) = await SignedInAsync(identity);

        var refreshed = await Task.WhenAll(
            Enumerable.Range(0, 10).Select(_ => identity.RefreshAsync(signIn.RefreshToken, Ct))
        );

        Assert.All(refreshed, one => Assert.Equal(account.Uid, one!.Uid));
        Assert.NotNull(await identity.RefreshAsync(signIn.RefreshToken, Ct));
    }

    [Theory, EachIdentity]
    public async Task An_id_token_is_no_refresh_token_nor_the_other_way_round(IdentityKind kind)
    {
        await using var api = await TestIdentity.StartAsync(kind);
        var identity = api.Get<IIdentity>();
        var (account, signIn) = await SignedInAsync(identity);

        Assert.Null(await identity.RefreshAsync(signIn.IdToken, Ct));
        Assert.Null(await api.Get<IdTokens>().ReadAsync(signIn.RefreshToken, Ct));
        Assert.NotEmpty(await identity.CustomTokenAsync(account.Uid, Ct));
    }

    [Theory, EachIdentity]
    public async Task An_email_is_changed_unless_somebody_has_it(IdentityKind kind)
    {
        await using var api = await TestIdentity.StartAsync(kind);
        var identity = api.Get<IIdentity>();
        var (account, _) = await SignedInAsync(identity);
        var (other, _) = await SignedInAsync(identity);
        var email = TestIdentity.NewEmail();

        Assert.Equal(EmailChange.Done, await identity.ChangeEmailAsync(account.Uid, email.ToUpperInvariant(), Ct));
        Assert.Equal(EmailChange.Taken, await identity.ChangeEmailAsync(other.Uid, email, Ct));

        Assert.Equal(account.Uid, (await identity.SignInAsync(email, Password, Ct))?.Uid);
        Assert.Null(await identity.FindByEmailAsync(account.Email, Ct));
        Assert.Equal(other.Uid, (await identity.FindByEmailAsync(other.Email, Ct))?.Uid);
    }

    [Theory, EachIdentity]
    public async Task A_new_password_replaces_the_old_one(IdentityKind kind)
    {
        await using var api = await TestIdentity.StartAsync(kind);
        var identity = api.Get<IIdentity>();
        var (account, _) = await SignedInAsync(identity);

        Assert.True(await identity.SetPasswordAsync(account.Uid, "a fresh one 2", Ct));

        Assert.Null(await identity.SignInAsync(account.Email, Password, Ct));
        var signIn = await identity.SignInAsync(account.Email, "a fresh one 2", Ct);
        Assert.NotNull(await identity.RefreshAsync(signIn!.RefreshToken, Ct));
    }

    [Theory, EachIdentity]
    public async Task A_deleted_account_ends_with_its_refresh_tokens_and_frees_its_email(IdentityKind kind)
    {
        await using var api = await TestIdentity.StartAsync(kind);
        var identity = api.Get<IIdentity>();
        var (account, signIn) = await SignedInAsync(identity);

        await identity.DeleteAsync(account.Uid, Ct);
        await identity.DeleteAsync(account.Uid, Ct);

        Assert.Null(await identity.FindAsync(account.Uid, Ct));
        Assert.Null(await identity.SignInAsync(account.Email, Password, Ct));
        Assert.Null(await identity.RefreshAsync(signIn.RefreshToken, Ct));
        Assert.NotNull(await identity.CreateAsync(account.Email, Password, Ct));
    }

    static async Task<(Account, SignIn)> SignedInAsync(IIdentity identity)
    {
        var email = TestIdentity.NewEmail();
        var account = await identity.CreateAsync(email, Password, Ct);
        return (account!, (await identity.SignInAsync(email, Password, Ct))!);
    }
}

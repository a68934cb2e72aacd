using System.Diagnostics;
using System.Net;
using Benevoclic.Api.Accounts;
using Benevoclic.Api.Identity;
using Benevoclic.Api.Tests.Frame;

namespace Benevoclic.Api.Tests.Accounts;

public sealed class AdminCommandTests
{
    const string Password = "a strong one 1";

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EachIdentity]
    public async Task An_administrator_is_made_can_sign_in_and_is_approved(IdentityKind kind)
    {
        await using var api = await TestIdentity.StartAsync(kind);
        var email = TestIdentity.NewEmail();
        var creation = new AdminCreation(api.Get<IIdentity>(), api.Get<IUsers>(), api.Clock);

        Assert.True(await creation.CarryOutAsync(email, Password, Ct));
        Assert.False(await creation.CarryOutAsync(email.ToUpperInvariant(), "another one 22", Ct));

        var login = await api.AskAsync(
            HttpMethod.Post,
            "/user/login",
            body: new { email, password = "another one 22" }
        );
        var admin = new Someone(login["idUser"]!, email, Role.Admin, login["idToken"]!);
        var approval = await api.AskAsync(HttpMethod.Get, $"/admin/{admin.Uid}/check-approval-status", admin);
        Assert.Equal("""{"approved":true,"message":"Votre compte est approuvé"}""", approval.Body);
        Assert.Equal(HttpStatusCode.OK, (await api.AskAsync(HttpMethod.Get, "/user", admin)).Status);
    }

    [Fact]
    public async Task Somebody_who_is_there_already_becomes_one()
    {
        await using var api = await RunningApi.StartAsync();
        await api.AskAsync(
            HttpMethod.Post,
            "/user/register",
            body: new { email = "zoe@example.org", password = "correct horse 1" }
        );
        var creation = new AdminCreation(api.Get<IIdentity>(), api.Get<IUsers>(), api.Clock);

        await creation.CarryOutAsync("zoe@example.org", Password, Ct);

        var user = (await api.Get<IUsers>().FindByEmailAsync("zoe@example.org", Ct))!;
        Assert.Equal((Role.Admin, true), (user.Role, user.IsCompleted));
        Assert.Equal(Role.Admin, (await api.Get<IIdentity>().FindAsync(user.Id, Ct))!.Role);
    }

    [Theory, EachStore]
    public async Task The_program_itself_does_it_beside_one_that_runs_on_the_same_data(StoreKind kind)
    {
        var settings = TestStore.SettingsFor(kind, $"test-{Guid.CreateVersion7():N}");
        await using var api = await RunningApi.StartAsync(null, settings);

        var (exitCode, output) = await RunAsync(
            api.DataFolder,
            Password,
            ["admin", "create", "boss@example.org"],
            settings
        );

        Assert.Equal((0, "boss@example.org is an administrator now."), (exitCode, output));
        var login = await api.AskAsync(
            HttpMethod.Post,
            "/user/login",
            body: new { email = "boss@example.org", password = Password }
        );
        Assert.Equal(HttpStatusCode.Created, login.Status);
    }

    [Theory]
    [InlineData(
        "short",
        "admin",
        "create",
        "boss@example.org",
        "The password must have 8 to 20 characters, as at the login page"
    )]
    [InlineData(
        "",
        "admin",
        "create",
        "boss@example.org",
        "The password must have 8 to 20 characters, as at the login page"
    )]
    [InlineData(Password, "admin", "create", "boss", "\"boss\" is not an email address")]
    [InlineData(
        Password,
        "admin",
        "remove",
        "boss@example.org",
        "Type: benevoclic-api admin create EMAIL, the password on standard input"
    )]
    public async Task What_was_typed_wrong_is_told_and_nothing_is_made(
        string password,
        string noun,
        string verb,
        string email,
        string told
    )
    {
        using var error = new StringWriter();

        var exitCode = await AdminCommand.RunAsync(
            [noun, verb, email],
            new StringReader(password),
            TextWriter.Null,
            error
        );

        Assert.Equal((2, told), (exitCode, error.ToString().Trim()));
    }

    static async Task<(int ExitCode, string Output)> RunAsync(
        string data,
        string input,
        string[] words,
        string[] settings
    )
    {
        using var folder = new TemporaryFolder();
        var command = ApiProcess.Command(folder, "");
        command.Environment["BENEVOCLIC_DATA"] = data;
        foreach (var setting in settings.Select(setting => setting.TrimStart('-').Split('=', 2)))
            command.Environment[setting[0]] = setting[1];
        command.RedirectStandardInput = true;
        foreach (var word in words)
            command.ArgumentList.Add(word);
        using var process = Process.Start(command)!;
        await process.StandardInput.WriteLineAsync(input);
        process.StandardInput.Close();
        var output = await process.StandardOutput.ReadToEndAsync(Ct);
        var error = await process.StandardError.ReadToEndAsync(Ct);
        await process.WaitForExitAsync(Ct);
        return (process.ExitCode, $"{output}{error}".Trim());
    }
}

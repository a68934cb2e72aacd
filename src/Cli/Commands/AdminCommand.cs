using System.CommandLine;
using Benevoclic.Cli.Admins;
using Benevoclic.Cli.Deploying;
using Benevoclic.Cli.Local;

namespace Benevoclic.Cli.Commands;

/// <summary>`admin create EMAIL`: the first administrator, whom nobody can register as.</summary>
static class AdminCommand
{
    public static Command Create(Func<Session> open)
    {
        var email = new Argument<string>("email")
        {
            Description = "Whose account it is; it is made when there is none",
        };
        email.Validators.Add(result =>
        {
            // Before the password is asked; the API judges it as a whole.
            if (result is { Tokens: [var token] } && token.Value.Split('@') is not [{ Length: > 0 }, { Length: > 0 }])
            {
                result.AddError($"EMAIL should be an address such as marie@example.org, found \"{token.Value}\"");
            }
        });
        var host = HostOption.ForLocalVerb();
        var create = new Command(
            "create",
            "Make somebody an administrator of the API; the password is asked, or read from standard input"
        )
        {
            email,
            host,
        };
        create.SetAction(
            async (parsed, ct) =>
            {
                var (whose, session) = (parsed.GetValue(email)!, open());
                return (int)
                    await (
                        HostOption.Has(parsed, host)
                            ? OnHostAsync(session, parsed.GetValue(host), whose, ct)
                            : HereAsync(session, whose, ct)
                    );
            }
        );
        return new Command("admin", "Administrators of the API") { create };
    }

    static async Task<ExitCode> HereAsync(Session session, string email, CancellationToken ct)
    {
        var program = await ApiProgram.PrepareAsync(session, ct);
        var password = PasswordPrompt.Read(session.Terminal, email);
        session.Terminal.Line(await program.RunAsync(["admin", "create", email], ct, password));
        return ExitCode.Done;
    }

    static async Task<ExitCode> OnHostAsync(Session session, string? named, string email, CancellationToken ct)
    {
        await using var host = await HostSession.OpenAsync(Checkout.Load(session.Root), named, ct);
        var program = await HostAdmins.FindAsync(host.Shell, host.OnSwarm, ct);
        var password = PasswordPrompt.Read(session.Terminal, email);
        session.Terminal.Line(await program.CreateAsync(email, password, ct));
        return ExitCode.Done;
    }
}

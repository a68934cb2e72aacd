using System.CommandLine;
using Benevoclic.Cli.Secrets;

namespace Benevoclic.Cli.Commands;

static class SecretsCommand
{
    public static Command Create(Func<Session> open)
    {
        var uses = new Argument<string[]>("use")
        {
            Description = $"Services, or {string.Join(", ", OwnNeeds.Acts)}; everything when none is named",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var gitHub = new Option<bool>("--github") { Description = "Print the lines that give them to GitHub" };
        var check = new Option<bool>("--check") { Description = "Fail when a required one is not set here" };
        var command = new Command("secrets", "List the secrets: needed by what, set here or not; never a value")
        {
            uses,
            gitHub,
            check,
        };
        command.SetAction(parsed =>
            (int)Run(open(), parsed.GetValue(uses)!, parsed.GetValue(gitHub), parsed.GetValue(check))
        );
        return command;
    }

    static ExitCode Run(Session session, string[] uses, bool gitHub, bool check)
    {
        var environment = Checkout.ProcessEnvironment;
        var secrets = SecretList.Of(Checkout.Load(session.Root), environment, uses);
        foreach (var line in gitHub ? SecretLines.ForGitHub(secrets) : SecretLines.Table(secrets))
        {
            session.Terminal.Line(line);
        }
        if (check)
        {
            MissingSecrets.Refuse(secrets, environment);
        }
        return ExitCode.Done;
    }
}

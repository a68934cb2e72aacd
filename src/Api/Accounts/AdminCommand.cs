using Benevoclic.Api.Hosting.Bodies;
using Benevoclic.Api.Hosting.Errors;

namespace Benevoclic.Api.Accounts;

/// <summary>
/// `benevoclic-api admin create EMAIL`, with the password on standard input: the same program with the same settings, which
/// does this one thing and ends. `benevoclic admin create` runs it, here or in the container of a server.
/// </summary>
static class AdminCommand
{
    const int Done = 0;
    const int Failed = 1;
    const int Usage = 2;

    public static bool IsMeant(string[] args) => args is ["admin", ..];

    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] args, TextReader input, TextWriter output, TextWriter error)
    {
        if (args is not ["admin", "create", var email])
            return await TellAsync(
                error,
                Usage,
                "Type: benevoclic-api admin create EMAIL, the password on standard input"
            );
        var password = await input.ReadLineAsync() ?? "";
        if (Problem(email, password) is { } problem)
            return await TellAsync(error, Usage, problem);
        return await CreateAsync(email, password, output, error);
    }

    /// <summary>What is wrong with what was typed; null when nothing is.</summary>
    public static string? Problem(string email, string password) =>
        !Formats.IsEmail(email) ? $"\"{email}\" is not an email address"
        : password.EnumerateRunes().Count() is < PasswordRule.Shortest or > PasswordRule.Longest
            ? $"The password must have {PasswordRule.Shortest} to {PasswordRule.Longest} characters, as at the login page"
        : null;

    static async Task<int> CreateAsync(string email, string password, TextWriter output, TextWriter error)
    {
        await using var app = Program.Build([], builder => builder.Logging.ClearProviders());
        try
        {
            var creation = app.Services.GetRequiredService<AdminCreation>();
            var isNew = await creation.CarryOutAsync(email, password, CancellationToken.None);
            return await TellAsync(
                output,
                Done,
                $"{email} is an administrator now{(isNew ? "" : ", with the new password")}."
            );
        }
        catch (Exception refusal) when (refusal is UnavailableException or ApiException or InvalidOperationException)
        {
            return await TellAsync(error, Failed, refusal.Message);
        }
    }

    static async Task<int> TellAsync(TextWriter writer, int exitCode, string text)
    {
        await writer.WriteLineAsync(text);
        return exitCode;
    }
}

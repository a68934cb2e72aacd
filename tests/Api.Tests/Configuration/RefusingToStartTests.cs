using System.Diagnostics;
using Benevoclic.Api.Tests.Frame;

namespace Benevoclic.Api.Tests.Configuration;

public sealed class RefusingToStartTests
{
    [Fact]
    public async Task A_production_without_its_settings_ends_with_one_message_that_lists_them_all()
    {
        var (code, error) = await RunAsync(
            ("NODE_ENV", "production"),
            ("MONGODB_URL_FILE", "/nowhere/url"),
            ("AWS_BUCKET_NAME", "b")
        );

        Assert.Equal(2, code);
        Assert.Equal(
            """
            The API cannot start with these settings:
              MONGODB_URL: its file "/nowhere/url" cannot be read: Could not find a part of the path '/nowhere/url'.
              MONGODB_URL: not set. Set it to keep documents in mongodb, or BENEVOCLIC_STORE=sqlite to keep them on this machine
              FIREBASE_PROJECT_ID: not set. Set it to keep accounts in firebase, or BENEVOCLIC_IDENTITY=local to keep them on this machine
              AWS_REGION: not set, and files are kept in s3
              AWS_ACCESS_KEY_ID: not set, and files are kept in s3
              AWS_SECRET_ACCESS_KEY: not set, and files are kept in s3

            """,
            error
        );
    }

    [Fact]
    public async Task An_address_that_is_none_is_refused_without_showing_it()
    {
        var (code, error) = await RunAsync(("MONGODB_URL", "https://user:hunter2@example.org"));

        Assert.Equal(2, code);
        Assert.Contains("MONGODB_URL: found something that is not MongoDB's address", error, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", error, StringComparison.Ordinal);
    }

    static async Task<(int Code, string Error)> RunAsync(params (string Name, string Value)[] settings)
    {
        using var folder = new TemporaryFolder();
        var command = ApiProcess.Command(folder, "http://127.0.0.1:0");
        foreach (var (name, value) in settings)
            command.Environment[name] = value;
        using var process = Process.Start(command)!;
        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, error);
    }
}

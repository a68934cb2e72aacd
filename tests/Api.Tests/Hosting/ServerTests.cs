using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Benevoclic.Api.Tests.Frame;

namespace Benevoclic.Api.Tests.Hosting;

public sealed class ServerTests
{
    [Fact]
    public async Task Without_a_setting_it_listens_on_port_3000_of_this_machine()
    {
        using var folder = new TemporaryFolder();
        await using var app = Program.Build(["--urls=", $"--BENEVOCLIC_DATA={folder.Path}"]);

        Assert.Equal("http://localhost:3000", app.Configuration["urls"]);
    }

    [Fact]
    public async Task It_takes_none_of_the_few_watches_that_a_user_has()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "/proc is Linux's");
        await using var api = await ApiProcess.StartAsync();

        var open = new DirectoryInfo($"/proc/{api.Id}/fd").GetFiles().Select(file => file.LinkTarget).ToList();

        Assert.NotEmpty(open);
        Assert.DoesNotContain("anon_inode:inotify", open);
    }

    [Fact]
    public async Task A_port_in_use_is_one_line_on_standard_error_and_exit_code_1()
    {
        var ct = TestContext.Current.CancellationToken;
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        using var folder = new TemporaryFolder();
        using var process = Process.Start(ApiProcess.Command(folder, $"http://{taken.LocalEndpoint}"))!;
        var errors = process.StandardError.ReadToEndAsync(ct);
        var log = await process.StandardOutput.ReadToEndAsync(ct);
        await process.WaitForExitAsync(ct);

        Assert.Equal(1, process.ExitCode);
        Assert.Equal(
            $"Failed to bind to address http://{taken.LocalEndpoint}: address already in use.\n",
            await errors
        );
        // What had to stop because of it is no second error.
        Assert.DoesNotContain("BackgroundService", log, StringComparison.Ordinal);
    }
}

namespace Benevoclic.Cli.Tests.Install;

/// <summary>With an apt-get of ours first on PATH: nothing is installed on this machine.</summary>
public sealed class AptInstallTests : IAsyncDisposable
{
    readonly MadeCheckout _made = new MadeCheckout().With("one", local: "program: thing\n    package: the-thing");

    public ValueTask DisposeAsync() => _made.DisposeAsync();

    [Fact]
    public async Task Without_apt_get_one_error_lists_what_is_missing_and_what_to_type()
    {
        _made.With("two", local: "program: other\n    package: the-other");
        _made.Environment["PATH"] = _made.In("bin");

        var up = await _made.RunAsync("up", "--detach");

        Assert.Equal(1, up.ExitCode);
        Assert.Contains(
            "(that needs apt-get, as root or with sudo): the-thing, the-other",
            up.Error,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Type: sudo apt-get update && sudo apt-get install the-thing the-other",
            up.Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_failing_apt_get_is_tried_again_with_new_lists_and_then_said()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "needs root, as apt-get does");
        _made.Program("apt-get", $"echo \"$1\" >> {_made.In("asked")}; exit 100");

        var up = await _made.RunAsync("up", "--detach");

        Assert.Equal(1, up.ExitCode);
        Assert.Equal("install\nupdate\ninstall\n", await File.ReadAllTextAsync(_made.In("asked")));
        Assert.Contains("(apt-get failed, see above): the-thing", up.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_is_installed_after_saying_so_and_then_runs()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "needs root, as apt-get does");
        _made.Program("apt-get", $"cp {_made.In("bin", "dummy")} {_made.In("bin", "thing")}");
        _made.Program("dpkg", "exit 0");

        var up = await _made.UpAsync();

        Assert.StartsWith(
            "Installing with apt-get what is missing here: the-thing\n",
            up.Output,
            StringComparison.Ordinal
        );
        Assert.Equal("healthy", await _made.StateAsync("one"));
    }
}

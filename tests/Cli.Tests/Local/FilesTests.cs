using Benevoclic.Cli.Local;
using Benevoclic.Cli.Stack;
using Microsoft.Extensions.Time.Testing;

namespace Benevoclic.Cli.Tests.Local;

public sealed class FilesTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    void Prepare()
    {
        var service = AService.Named("one") with
        {
            Folder = _folder.In("stack", "one"),
            Volumes = [new Volume("data", "/data")],
        };
        var state = new StateFolder(_folder.In("state"));
        var checkout = AService.InCheckout(_folder.Path, (service, 1234));
        LocalFiles.Prepare(service, new Translation(service, checkout, state, new Dictionary<string, string>()), state);
    }

    string Copy(string name) => _folder.In("state", "services", "one", name);

    [Fact]
    public void Addresses_are_put_into_text_and_nothing_into_the_rest()
    {
        byte[] binary = [.. "benevoclic-one:8080\0"u8];
        byte[] latin = [.. "benevoclic-one:8080 "u8, 0xE9];
        _folder.Write("stack/one/deep/text.yml", "é benevoclic-one:8080\r\n");
        File.WriteAllBytes(_folder.In("stack", "one", "binary"), binary);
        File.WriteAllBytes(_folder.In("stack", "one", "latin"), latin);

        Prepare();

        Assert.Equal("é 127.0.0.1:1234\r\n", File.ReadAllText(Copy("deep/text.yml")));
        Assert.Equal(binary, File.ReadAllBytes(Copy("binary")));
        Assert.Equal(latin, File.ReadAllBytes(Copy("latin")));
    }

    [Fact]
    public void What_was_deleted_disappears_and_data_stays()
    {
        _folder.Write("stack/one/old", "");
        Prepare();
        _folder.Write("state/data/one/data/kept", "");
        File.Delete(_folder.In("stack", "one", "old"));

        Prepare();

        Assert.False(File.Exists(Copy("old")));
        Assert.True(File.Exists(_folder.In("state", "data", "one", "data", "kept")));
    }

    [Fact]
    public void A_log_is_turned_over_and_read_on_without_losing_a_line()
    {
        var path = _folder.In("one.log");
        using var log = new LogFile(path, new FakeTimeProvider());
        var line = new string('x', 1_000_000);
        for (var i = 0; i < 9; i++)
        {
            log.Write(i + line);
        }
        var (_, next) = LogReader.Last(path, 1);
        for (var i = 9; i < 13; i++)
        {
            log.Write(i + line);
        }

        var fresh = LogReader.Lines(path, next).Lines;

        Assert.True(new FileInfo(path + ".1").Length is > 9_000_000 and < 12_000_000);
        Assert.Equal(Enumerable.Range(9, 4).Select(i => i + line), fresh.Select(one => one.Text));
        Assert.Equal(13, LogReader.Last(path, 100).Lines.Count);
        Assert.Equal("12" + line, Assert.Single(LogReader.Last(path, 1).Lines).Text);
        Assert.Empty(LogReader.Last(path, 0).Lines);
    }

    [Fact]
    public void A_line_that_is_not_complete_is_read_when_it_is()
    {
        var path = _folder.Write("one.log", "2026-01-02T03:04:05.678Z whole\n2026-01-02T03:04:05.679Z ha");

        var (lines, next) = LogReader.Lines(path, 0);
        File.AppendAllText(path, "lf\nno time\n");
        var later = LogReader.Lines(path, next).Lines;

        var at = new DateTimeOffset(2026, 1, 2, 3, 4, 5, 678, TimeSpan.Zero);
        Assert.Equal([new LogLine(at, "one", "whole")], lines);
        Assert.Equal(["half", "no time"], later.Select(line => line.Text));
    }

    [Fact]
    public void A_log_that_is_not_there_has_no_lines() => Assert.Empty(LogReader.Last(_folder.In("none.log"), 5).Lines);

    [Fact]
    public void A_log_that_cannot_be_written_stops_nobody()
    {
        using var log = new LogFile(_folder.In("missing", "one.log"), TimeProvider.System);
        log.Write("lost");
    }

    [Fact]
    public void A_program_is_stale_until_built_and_again_when_a_source_of_its_own_or_of_a_reference_changes()
    {
        _folder.Write(
            "src/Thing/Thing.csproj",
            "<Project><ItemGroup><ProjectReference Include=\"..\\Other\\Other.csproj\" /></ItemGroup></Project>"
        );
        var other = _folder.Write("src/Other/Other.cs", "");
        _folder.Write("src/Stranger/Stranger.cs", "");
        var build = new ProjectBuild(_folder.Path, "src/Thing");
        Assert.True(build.IsStale);

        Age(TimeSpan.FromHours(1));
        _folder.Write("artifacts/bin/Thing/release/.built", "");
        Assert.False(build.IsStale);

        _folder.Write("src/Stranger/New.cs", "");
        Assert.False(build.IsStale);
        File.SetLastWriteTimeUtc(other, Now.AddHours(1));
        Assert.True(build.IsStale);

        Age(TimeSpan.FromHours(1));
        Assert.False(build.IsStale);
        File.Delete(other);
        Directory.SetLastWriteTimeUtc(_folder.In("src", "Other"), Now.AddHours(1));
        Assert.True(build.IsStale);
    }

    [Fact]
    public void A_project_that_was_never_built_says_what_to_type()
    {
        var thrown = Assert.Throws<CommandException>(() => new ProjectBuild(_folder.Path, "src/Thing").Program);
        Assert.Equal("Type: dotnet build -c Release src/Thing", thrown.Next);
    }

    [Fact]
    public void A_project_file_that_is_broken_is_left_to_the_build()
    {
        _folder.Write("src/Thing/Thing.csproj", "<Project>");
        _folder.Write("artifacts/bin/Thing/release/.built", "");
        Age(TimeSpan.FromHours(1));
        Assert.False(new ProjectBuild(_folder.Path, "src/Thing").IsStale);
    }

    static DateTime Now => TimeProvider.System.GetUtcNow().UtcDateTime;

    /// <summary>Makes everything below src/ look as old as this.</summary>
    void Age(TimeSpan age)
    {
        foreach (var path in Directory.EnumerateFileSystemEntries(_folder.In("src"), "*", SearchOption.AllDirectories))
        {
            File.SetLastWriteTimeUtc(path, Now - age);
        }
    }

    [Fact]
    public void The_lock_has_one_holder_and_is_free_when_that_one_is_gone()
    {
        var state = new StateFolder(_folder.In("state"));
        Assert.Null(UpLock.Holder(state));
        state.Create();
        var info = new RunInfo(42, new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
        using (Assert.IsType<UpLock>(UpLock.TryTake(state)))
        {
            UpLock.Write(state, info);
            Assert.Null(UpLock.TryTake(state));
            Assert.Equal(info, UpLock.Holder(state));
            File.WriteAllText(state.Run, "{");
            Assert.Equal(0, UpLock.Holder(state)!.Pid);
        }
        Assert.Null(UpLock.Holder(state));
    }

    [Fact]
    public async Task The_lock_is_had_although_somebody_looks_at_it_for_a_moment()
    {
        var state = new StateFolder(_folder.In("state"));
        state.Create();
        var looking = UpLock.TryTake(state);
        var time = new FakeTimeProvider();
        var taking = UpLock.TakeAsync(state, time, CancellationToken.None);
        Assert.False(taking.IsCompleted);

        looking!.Dispose();
        await Eventually.TrueAsync(
            () =>
            {
                time.Advance(TimeSpan.FromMilliseconds(20));
                return taking.IsCompleted;
            },
            MadeCheckout.Limit,
            () => "taken"
        );

        using var taken = await taking;
        Assert.NotNull(taken);
    }

    [Fact]
    public void State_is_for_its_owner_only_and_its_socket_fits_the_kernel()
    {
        var state = new StateFolder(_folder.In("state"));
        state.Create();
        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
            File.GetUnixFileMode(state.Path)
        );
        Assert.Equal(_folder.In("state", "control.sock"), state.Socket);

        // Accents count twice: the limit is in bytes.
        var far = new StateFolder("/" + new string('é', 60));
        Assert.True(System.Text.Encoding.UTF8.GetByteCount(far.Socket) <= 107);
        Assert.Equal(far.Socket, new StateFolder(far.Path).Socket);
        Assert.NotEqual(far.Socket, new StateFolder(far.Path + "x").Socket);
    }
}

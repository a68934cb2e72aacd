using Benevoclic.Cli.Backups;
using Benevoclic.Cli.Stack;
using CsCheck;

namespace Benevoclic.Cli.Tests.Backups;

public sealed class BackupChoiceTests
{
    static readonly Service Api = AService.Named("api") with { Volumes = [new("api-data", "/home/app")] };
    static readonly Service Logs = AService.Named("logs") with
    {
        Volumes = [new("logs-data", "/logs"), new("more", "/more"), new("./files", "/etc/logs")],
    };
    static readonly Service Proxy = AService.Named("proxy") with
    {
        Volumes = [new("proxy-data", "/data")],
        Backup = BackupHold.Never,
    };
    static readonly Service Exporter = AService.Named("exporter") with { Volumes = [new("/", "/host")] };

    static readonly ServiceStack Stack = AService
        .InCheckout("/nowhere", (Api, 1), (Logs, 2), (Proxy, 3), (Exporter, 4))
        .Stack;

    [Theory]
    [InlineData("", "api logs")]
    [InlineData("logs", "logs")]
    [InlineData("logs api", "api logs")]
    public void What_has_a_volume_with_a_name_is_saved(string names, string saved) =>
        Assert.Equal(saved, string.Join(' ', BackupChoice.Saved(Stack, Words(names)).Select(service => service.Name)));

    [Theory]
    [InlineData("proxy", "its compose file says backup: never")]
    [InlineData("exporter", "it has no volume")]
    [InlineData("apy", "api")]
    public void What_cannot_be_saved_is_named_with_the_reason(string name, string why)
    {
        var error = Assert.Throws<CommandException>(() => BackupChoice.Saved(Stack, [name]));

        Assert.Equal(ExitCode.Usage, error.ExitCode);
        Assert.Contains(why, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("api/api-data logs/logs-data logs/more", "", "api/api-data logs/logs-data logs/more")]
    [InlineData("api/api-data logs/logs-data", "", "api/api-data logs/logs-data")]
    [InlineData("api/api-data logs/logs-data", "logs", "logs/logs-data")]
    [InlineData("api/api-data gone/data logs/of-old", "", "api/api-data")]
    [InlineData("api/api-data proxy/proxy-data", "", "api/api-data")]
    public void What_is_in_the_backup_and_in_the_stack_is_put_back(string held, string names, string back) =>
        Assert.Equal(
            back,
            string.Join(
                ' ',
                BackupChoice
                    .PutBack(Stack, ABackup.Of("b", held), Words(names))
                    .SelectMany(data => data.Volumes, (data, volume) => $"{data.Service.Name}/{volume.Source}")
            )
        );

    [Theory]
    [InlineData("api/api-data", "logs", "no data of logs; it has: api.")]
    [InlineData("gone/data", "", "no data of any service of stack/; it has: gone.")]
    [InlineData("api/api-data", "proxy", "no data of proxy; it has: api.")]
    public void What_is_not_in_it_is_named(string held, string names, string words)
    {
        var error = Assert.Throws<CommandException>(() =>
            BackupChoice.PutBack(Stack, ABackup.Of("b", held), Words(names))
        );

        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a a a", 1, "0 1")]
    [InlineData("a a a", 2, "0")]
    [InlineData("a a a", 3, "")]
    [InlineData("ab a b", 1, "")]
    [InlineData("a b ab", 1, "0 1")]
    [InlineData("a:x a:y a:x", 1, "0")]
    public void One_goes_when_enough_newer_ones_of_the_same_origin_hold_all_of_it(string made, int keep, string gone) =>
        Assert.Equal(
            gone,
            string.Join(' ', BackupChoice.Old([.. Words(made).Select(Made)], keep).Select(backup => backup.Name))
        );

    [Fact]
    public void Whatever_goes_the_newest_backup_of_each_volume_stays() =>
        Gen.Select(Gen.String[Gen.Char["abc"], 1, 3].Array[0, 10], Gen.Int[1, 4])
            .Sample(
                (made, keep) =>
                {
                    var all = made.Select(Made).ToList();

                    var left = all.Except(BackupChoice.Old(all, keep)).ToList();

                    foreach (var volume in made.SelectMany(volumes => volumes).Distinct())
                    {
                        var newest = all.Last(backup => Holds(backup, volume));
                        Assert.Contains(left, backup => backup.At >= newest.At && Holds(backup, volume));
                    }
                }
            );

    static bool Holds(BackupManifest backup, char volume) =>
        backup.Services[0].Volumes.Any(one => one.Name == $"{volume}");

    /// <param name="text">Volumes by letter, and the origin behind a colon.</param>
    /// <param name="n">Its name, and the second in which it was made.</param>
    static BackupManifest Made(string text, int n)
    {
        var parts = text.Split(':');
        var backup = ABackup.Of($"{n}", string.Join(' ', parts[0].Select(volume => $"s/{volume}")));
        return backup with { At = DateTimeOffset.UnixEpoch.AddSeconds(n), From = parts.ElementAtOrDefault(1) ?? "x" };
    }

    static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}

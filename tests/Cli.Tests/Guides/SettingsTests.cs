namespace Benevoclic.Cli.Tests.Guides;

/// <summary>docs/DEPLOYMENT_CONFIG.md says what the code does. REWRITE_GUIDES=1 ./test.sh unit writes the table anew.</summary>
public sealed class SettingsTests
{
    static readonly string Guide = Path.Combine(Repository.Root, "docs/DEPLOYMENT_CONFIG.md");

    [Fact]
    public async Task The_guide_of_settings_is_what_the_code_reads()
    {
        var text = await File.ReadAllTextAsync(Guide);
        var written = SettingsTable.Written(text);

        if (Environment.GetEnvironmentVariable("REWRITE_GUIDES") == "1")
        {
            await File.WriteAllTextAsync(Guide, written);
        }
        Assert.Equal(written, await File.ReadAllTextAsync(Guide));
        Assert.DoesNotContain(SettingsTable.Unsaid, written, StringComparison.Ordinal);
    }

    [Fact]
    public void A_setting_is_known_with_all_that_the_table_shows()
    {
        Assert.Contains(new Setting("locale", "fr", "one of fr, en", "BENEVOCLIC_LOCALE"), SettingsReference.All);
        Assert.Contains(
            new Setting("ports.api", "3000", "a number between 1 and 65535", "BENEVOCLIC_PORTS__API"),
            SettingsReference.All
        );
        Assert.Contains(new Setting("host.address", "", "", "VPS_HOST"), SettingsReference.All);
        Assert.Contains(
            new Setting("host.limits.up", "50", "a number between 0 and 100", "BENEVOCLIC_HOST__LIMITS__UP"),
            SettingsReference.All
        );
    }

    /// <summary>The file of this checkout is an example of every setting.</summary>
    [Fact]
    public async Task The_file_itself_has_every_key()
    {
        var file = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "benevoclic.yaml"));
        Assert.All(
            // The ports of services are their folders' business; the file names those that people open.
            SettingsReference.All.Where(setting => !setting.Key.StartsWith("ports.", StringComparison.Ordinal)),
            setting => Assert.Contains($"{setting.Key.Split('.')[^1]}:", file, StringComparison.Ordinal)
        );
    }
}

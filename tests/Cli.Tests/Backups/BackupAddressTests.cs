using Benevoclic.Cli.Backups;
using Benevoclic.Cli.Local;

namespace Benevoclic.Cli.Tests.Backups;

public sealed class BackupAddressTests
{
    static readonly StateFolder State = new("/state");

    [Theory]
    [InlineData("s3://bucket", "bucket", "")]
    [InlineData("s3://bucket/", "bucket", "")]
    [InlineData("s3://bucket/a/b", "bucket", "a/b/")]
    [InlineData("s3://bucket/a/b/", "bucket", "a/b/")]
    [InlineData("/mnt/disk", null, "/mnt/disk")]
    [InlineData(null, null, "/state/backups")]
    public void A_place_is_a_bucket_or_a_folder(string? text, string? bucket, string path) =>
        Assert.Equal(new BackupAddress(bucket, path, ""), BackupAddress.OfPlace(text, State));

    [Theory]
    [InlineData("s3://")]
    [InlineData("s3:///a")]
    public void An_address_without_a_bucket_is_wrong_usage(string text) =>
        Assert.Contains(
            $"found \"{text}\"",
            Assert.Throws<CommandException>(() => BackupAddress.OfPlace(text, State)).Message,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("vps-1", null, "/state/backups", "vps-1")]
    [InlineData("vps-1.tar.gz", null, "/state/backups", "vps-1")]
    [InlineData("/mnt/vps-1.tar.gz", null, "/mnt/", "vps-1")]
    [InlineData("/mnt/vps-1.json", null, "/mnt/", "vps-1")]
    [InlineData("s3://bucket/vps-1.tar.gz", "bucket", "", "vps-1")]
    [InlineData("s3://bucket/a/vps-1", "bucket", "a/", "vps-1")]
    public void A_backup_is_named_by_its_archive_its_manifest_or_its_name(
        string text,
        string? bucket,
        string path,
        string name
    ) => Assert.Equal(new BackupAddress(bucket, path, name), BackupAddress.OfBackup(text, State));

    [Theory]
    [InlineData("deploy@vps.example.org", "vps.example.org-20261122-175904")]
    [InlineData("root@10.0.0.1:2222", "10.0.0.1-2222-20261122-175904")]
    [InlineData("local", "local-20261122-175904")]
    [InlineData("a@../../etc", "..-..-etc-20261122-175904")]
    public void A_name_says_from_where_and_when_and_is_a_files_name(string from, string name) =>
        Assert.Equal(name, BackupManifest.NameOf(from, new DateTimeOffset(2026, 11, 22, 17, 59, 4, TimeSpan.Zero)));

    [Fact]
    public void A_bucket_without_a_key_names_all_that_is_missing()
    {
        var error = Assert.Throws<CommandException>(() =>
            BackupAddress
                .OfPlace("s3://bucket", State)
                .Open(new Dictionary<string, string> { ["AWS_REGION"] = "eu-west-3" })
        );

        Assert.Contains("AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY not set", error.Message, StringComparison.Ordinal);
    }
}

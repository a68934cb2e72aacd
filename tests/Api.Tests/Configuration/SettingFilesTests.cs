using Benevoclic.Api.Configuration;
using Benevoclic.Api.Tests.Frame;
using Microsoft.Extensions.Configuration;

namespace Benevoclic.Api.Tests.Configuration;

public sealed class SettingFilesTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_secret_comes_from_the_file_that_its_variable_names()
    {
        File.WriteAllText(_folder["url"], "mongodb://secret\n");

        var files = Read(("MONGODB_URL_FILE", _folder["url"]), ("MONGODB_URL", "mongodb://other"));

        Assert.Equal("mongodb://secret", Assert.Single(files.Values).Value);
    }

    [Fact]
    public void A_secret_comes_from_the_folder_unless_its_variable_is_set()
    {
        File.WriteAllText(_folder["MONGODB_URL"], "mongodb://mounted");

        Assert.Equal("mongodb://mounted", Read().Values["MONGODB_URL"]);
        Assert.Empty(Read(("MONGODB_URL", "mongodb://set")).Values);
    }

    [Fact]
    public void A_file_that_is_not_there_is_a_problem_with_its_path()
    {
        var files = Read(("MONGODB_URL_FILE", _folder["nope"]), ("AWS_SECRET_ACCESS_KEY_FILE", _folder["no"]));

        Assert.Equal(2, files.Problems.Count);
        Assert.StartsWith(
            $"MONGODB_URL: its file \"{_folder["nope"]}\" cannot be read: ",
            files.Problems[0],
            StringComparison.Ordinal
        );
    }

    SettingFiles Read(params (string Name, string Value)[] settings) =>
        SettingFiles.Read(
            new ConfigurationBuilder()
                .AddInMemoryCollection(settings.ToDictionary(pair => pair.Name, pair => (string?)pair.Value))
                .Build(),
            _folder.Path
        );
}

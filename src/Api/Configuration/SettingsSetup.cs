namespace Benevoclic.Api.Configuration;

static class SettingsSetup
{
    const string SecretsFolder = "/run/secrets";
    const string Production = "production";

    /// <summary>Adds what files hold, and refuses to go on when something needed is missing.</summary>
    /// <exception cref="SettingsException"/>
    public static void AddSettings(this WebApplicationBuilder builder)
    {
        var files = SettingFiles.Read(builder.Configuration, SecretsFolder);
        builder.Configuration.AddInMemoryCollection(files.Values);

        List<string> problems = [.. files.Problems, .. ProblemsOf(builder.Configuration)];
        if (problems.Count > 0)
            throw new SettingsException(problems);
    }

    public static IEnumerable<string> ProblemsOf(IConfiguration configuration)
    {
        var onPurpose = configuration.Find(Setting.Environment) == Production;
        return
        [
            .. Edge.All.SelectMany(edge => edge.Problems(configuration, onPurpose)),
            .. Addresses.Problems(configuration),
        ];
    }
}

namespace Benevoclic.Api.Configuration;

/// <summary>Settings that are files: NAME_FILE says where, or a folder of secrets has one called NAME, as Docker mounts them.</summary>
sealed record SettingFiles(IReadOnlyDictionary<string, string?> Values, IReadOnlyList<string> Problems)
{
    /// <summary>A file that NAME_FILE names wins over the variable NAME, which wins over the folder.</summary>
    public static SettingFiles Read(IConfiguration configuration, string folder)
    {
        var values = new Dictionary<string, string?>();
        var problems = new List<string>();
        foreach (var name in Setting.All)
        {
            if (PathOf(name, configuration, folder) is not { } path)
                continue;
            try
            {
                values[name] = File.ReadAllText(path).Trim();
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                problems.Add($"{name}: its file \"{path}\" cannot be read: {error.Message}");
            }
        }
        return new(values, problems);
    }

    static string? PathOf(string name, IConfiguration configuration, string folder)
    {
        if (configuration.Find($"{name}_FILE") is { } named)
            return named;
        var path = Path.Combine(folder, name);
        return configuration.Find(name) is null && File.Exists(path) ? path : null;
    }
}

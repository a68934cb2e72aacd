namespace Benevoclic.Api.Hosting.Health;

/// <summary>Where this API keeps what must survive a restart: BENEVOCLIC_DATA, by default data/ in the working directory.</summary>
sealed partial class DataFolder(string path, ILogger<DataFolder> logger)
{
    public const string Setting = "BENEVOCLIC_DATA";
    const string Default = "data";

    public string Path => path;

    public static DataFolder From(IConfiguration configuration, ILogger<DataFolder> logger)
    {
        var configured = configuration[Setting];
        return new(System.IO.Path.GetFullPath(string.IsNullOrWhiteSpace(configured) ? Default : configured), logger);
    }

    /// <summary>A folder that cannot be made does not stop the start: /health/ready says so until somebody repairs it.</summary>
    public void Create()
    {
        try
        {
            Directory.CreateDirectory(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Log.CannotCreate(logger, path, error.Message);
        }
    }

    static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Cannot create the data folder {Path} (BENEVOCLIC_DATA): {Reason}")]
        public static partial void CannotCreate(ILogger logger, string path, string reason);
    }
}

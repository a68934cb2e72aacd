using Benevoclic.Api.Files.Uploads;
using Benevoclic.Api.Hosting.Errors;

namespace Benevoclic.Api.Files;

/// <summary>A new picture in the place of another.</summary>
sealed partial class Replacement(IFiles files, ILogger<Replacement> logger)
{
    /// <param name="record">Writes the new key down and gives the one that stood there: null or "" when there was none.</param>
    /// <remarks>A picture is written down only once it is kept, and the old one goes only when nobody points to it any more.</remarks>
    public async Task CarryOutAsync(string key, Upload picture, Func<Task<string?>> record, CancellationToken ct)
    {
        await files.PutAsync(key, picture.Content, picture.Format.ContentType, ct);
        string? old;
        try
        {
            old = await record();
        }
        catch
        {
            await TryRemoveAsync(key);
            throw;
        }
        if (!string.IsNullOrEmpty(old) && old != key)
            await TryRemoveAsync(old);
    }

    // The caller has what he asked for, or his own error; a file that nobody points to does not change that.
    async Task TryRemoveAsync(string key)
    {
        try
        {
            await files.RemoveAsync(key, CancellationToken.None);
        }
        catch (UnavailableException error)
        {
            Log.LeftBehind(logger, key, error.Message);
        }
    }

    static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The file {Key} is not needed any more and could not be removed: {Reason}")]
        public static partial void LeftBehind(ILogger logger, string key, string reason);
    }
}

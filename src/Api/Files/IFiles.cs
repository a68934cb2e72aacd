namespace Benevoclic.Api.Files;

/// <summary>Where pictures are kept: a folder or S3. Files never change; a new picture has a new key (<see cref="FileKey"/>).</summary>
interface IFiles
{
    /// <param name="content">At its beginning, and seekable.</param>
    /// <exception cref="Hosting.Errors.UnavailableException">It cannot be kept now.</exception>
    Task PutAsync(string key, Stream content, string contentType, CancellationToken ct);

    /// <summary>A file that is not there is removed already.</summary>
    /// <exception cref="Hosting.Errors.UnavailableException">It cannot be removed now.</exception>
    Task RemoveAsync(string key, CancellationToken ct);

    /// <summary>
    /// An address for each key, where anyone may read the file for the next <see cref="FileLinks.Lifetime"/>. Computed here: whether
    /// a file exists is not looked at.
    /// </summary>
    IReadOnlyDictionary<string, string> LinksFor(IReadOnlyCollection<string> keys);

    /// <summary>Tries whether files can be kept. What is wrong comes as one public sentence, null when nothing is.</summary>
    Task<string?> ProbeAsync(CancellationToken ct);
}

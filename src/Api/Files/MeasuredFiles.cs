using System.Diagnostics.Metrics;
using Benevoclic.Api.Hosting.Errors;
using Benevoclic.Api.Hosting.Metrics;

namespace Benevoclic.Api.Files;

/// <summary>Counts what is done with files and how it ended: `benevoclic_file_operations_total{operation, outcome}`.</summary>
sealed class MeasuredFiles : IFiles
{
    readonly IFiles _files;
    readonly Counter<long> _operations;

    public MeasuredFiles(IFiles files, IMeterFactory meters)
    {
        _files = files;
        _operations = meters
            .Create(LastRequest.MeterName)
            .CreateCounter<long>("benevoclic.file.operations", null, "Files put and removed, by outcome.");
    }

    public Task PutAsync(string key, Stream content, string contentType, CancellationToken ct) =>
        CountAsync("put", _files.PutAsync(key, content, contentType, ct));

    public Task RemoveAsync(string key, CancellationToken ct) => CountAsync("remove", _files.RemoveAsync(key, ct));

    public IReadOnlyDictionary<string, string> LinksFor(IReadOnlyCollection<string> keys) => _files.LinksFor(keys);

    public Task<string?> ProbeAsync(CancellationToken ct) => _files.ProbeAsync(ct);

    async Task CountAsync(string operation, Task carriedOut)
    {
        var outcome = "failed";
        try
        {
            await carriedOut;
            outcome = "done";
        }
        catch (UnavailableException)
        {
            outcome = "unavailable";
            throw;
        }
        finally
        {
            _operations.Add(1, new("operation", operation), new("outcome", outcome));
        }
    }
}

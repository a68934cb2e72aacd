using Benevoclic.Api.Hosting.Json;
using Benevoclic.Api.Storage;

namespace Benevoclic.Api.Orphans;

sealed record Lease(Document Document)
{
    public const string UntilField = "until";

    public static Lease Of(string name, DateTimeOffset until) =>
        new(Document.Of((Collection.Leases.Key, name), (UntilField, MillisecondTime.Text(until))));

    /// <summary>Takes it, when nobody has it any more.</summary>
    public Decision Take(DateTimeOffset now, DateTimeOffset until) =>
        MillisecondTime.TryParse(Document.Text(UntilField) ?? "", out var ends) && ends > now
            ? Decision.Refuse("somebody has it")
            : Decision.To(Document.With((UntilField, MillisecondTime.Text(until))));
}

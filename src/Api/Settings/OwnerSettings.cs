using Benevoclic.Api.Hosting.Json;
using Benevoclic.Api.Storage;

namespace Benevoclic.Api.Settings;

/// <summary>The switches of one volunteer or association.</summary>
sealed record OwnerSettings(SettingsKind Kind, Document Document)
{
    /// <summary>The switch with which helpers need nobody's consent.</summary>
    public const string AutoApprove = "autoApproveVolunteers";

    /// <summary>A switch that the document does not have is as it is by default.</summary>
    public bool this[string name] => Document.Flag(name) ?? Kind.Defaults[name];

    /// <summary>As they are for somebody who never opened them; not stored.</summary>
    public static OwnerSettings Default(SettingsKind kind, string owner) =>
        new(
            kind,
            kind.Defaults.Aggregate(
                Document.Of((kind.Collection.Key, owner)),
                (document, entry) => document.With((entry.Key, entry.Value))
            )
        );

    /// <summary>As they are stored the first time.</summary>
    public static OwnerSettings New(SettingsKind kind, string owner, DateTimeOffset now) =>
        new(
            kind,
            Default(kind, owner)
                .Document.With(("createdAt", MillisecondTime.Text(now)), ("updatedAt", MillisecondTime.Text(now)))
        );
}

using Benevoclic.Api.Storage;

namespace Benevoclic.Api.Settings;

/// <summary>The collections `volunteer_settings` and `association_settings`.</summary>
interface ISettings
{
    /// <summary>Null when nothing is stored, which means <see cref="OwnerSettings.Default"/>.</summary>
    Task<OwnerSettings?> FindAsync(SettingsKind kind, string owner, CancellationToken ct);

    /// <summary>
    /// Sets these fields; the first time also stores the defaults. With no fields it only makes sure that there are some.
    /// </summary>
    Task<OwnerSettings> PutAsync(SettingsKind kind, string owner, Document fields, CancellationToken ct);

    /// <summary>False when there are none.</summary>
    Task<bool> RemoveAsync(SettingsKind kind, string owner, CancellationToken ct);
}

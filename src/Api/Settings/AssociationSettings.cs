namespace Benevoclic.Api.Settings;

static class AssociationSettings
{
    /// <summary>What an association wants; where it has said nothing, the defaults.</summary>
    public static async Task<OwnerSettings> OfAssociationAsync(
        this ISettings settings,
        string associationId,
        CancellationToken ct
    ) =>
        await settings.FindAsync(SettingsKind.Association, associationId, ct)
        ?? OwnerSettings.Default(SettingsKind.Association, associationId);
}

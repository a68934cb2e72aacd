namespace Benevoclic.Api.Announcements;

/// <summary>The collection `announcements`.</summary>
interface IAnnouncements
{
    /// <summary>All of an association, in every state, the oldest first.</summary>
    Task<IReadOnlyList<Announcement>> ListOfAssociationAsync(string associationId, CancellationToken ct);

    /// <summary>The name that announcements show is a copy of the association's.</summary>
    Task RenameAssociationAsync(string associationId, string name, CancellationToken ct);

    Task RemoveOfAssociationAsync(string associationId, CancellationToken ct);

    /// <inheritdoc cref="Announcement.Forget"/>
    Task ForgetPersonAsync(string personId, CancellationToken ct);
}

using Benevoclic.Api.Storage;

namespace Benevoclic.Api.Associations;

/// <summary>A volunteer as an association's lists keep him.</summary>
sealed record Person(string Id, string? Name)
{
    public Document Document => Document.Of((Association.PersonId, Id), ("volunteerName", Name));

    /// <param name="day">yyyy-MM-dd.</param>
    public Document Since(string day) => Document.With(("dateAdded", day));
}

using System.Text.Json.Serialization;

namespace Benevoclic.Api.Favorites;

/// <summary>A volunteer's mark on an announcement.</summary>
/// <param name="Id">24 hex digits; only in lists.</param>
sealed record FavoriteShape([property: JsonPropertyName("_id")] string? Id, string VolunteerId, string AnnouncementId);

/// <param name="Acknowledged">Always true.</param>
sealed record RemovedFavoritesShape(bool Acknowledged, long DeletedCount);

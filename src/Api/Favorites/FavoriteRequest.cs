using Benevoclic.Api.Hosting.Bodies;

namespace Benevoclic.Api.Favorites;

/// <summary>Whatever else comes along is dropped without a word.</summary>
sealed record FavoriteRequest(string VolunteerId, string AnnouncementId) : IRequest<FavoriteRequest>
{
    public static FavoriteRequest From(Fields fields) => new(fields.Text("volunteerId"), fields.Text("announcementId"));
}

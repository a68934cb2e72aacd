using Benevoclic.Api.Hosting.Bodies;

namespace Benevoclic.Api.Announcements;

sealed record StatusRequest(string Status) : IRequest<StatusRequest>
{
    public static StatusRequest From(Fields fields) => new(fields.OneOf("status", AnnouncementStatus.Words));
}

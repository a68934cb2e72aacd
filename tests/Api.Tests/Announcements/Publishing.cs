using Benevoclic.Api.Tests.Frame;

namespace Benevoclic.Api.Tests.Announcements;

/// <summary>An event as the web client sends it, and what comes of it.</summary>
static class Publishing
{
    /// <returns>Its id.</returns>
    public static async Task<string> PublishAsync(this RunningApi api, Someone association, int maxVolunteers = 3)
    {
        var body = NewEvent(association.Uid, maxVolunteers);
        var answer = await api.AskAsync(HttpMethod.Post, "/announcements/createAnnouncement", association, body);
        return answer.Json.GetValue<string>();
    }

    public static string NewEvent(string associationId, int maxVolunteers = 3) =>
        $$"""
            {"description":"Une collecte","datePublication":"2026-11-20","dateEvent":"2026-12-24","hoursEvent":"09:30",
             "nameEvent":"Collecte","tags":["nature"],"associationId":"{{associationId}}","associationName":"Croix",
             "addressAnnouncement":{"address":"1 rue X","city":"Lyon","postalCode":"69001","country":"France"},
             "locationAnnouncement":{"type":"Point","coordinates":[4.83,45.76]},"maxParticipants":2,"status":"ACTIVE",
             "maxVolunteers":{{maxVolunteers}}}
            """;
}

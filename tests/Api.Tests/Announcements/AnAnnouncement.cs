using System.Text.Json.Nodes;
using Benevoclic.Api.Announcements;
using Benevoclic.Api.Announcements.Registering;
using Benevoclic.Api.Storage;

namespace Benevoclic.Api.Tests.Announcements;

/// <summary>An announcement as the API stores it, nobody in its lists yet.</summary>
static class AnAnnouncement
{
    public const string Today = "2026-11-22";

    public static Announcement With(params ReadOnlySpan<(string Name, JsonNode? Value)> fields) =>
        new(
            Document
                .Of(
                    ("associationId", "croix"),
                    ("associationName", "Croix"),
                    ("nameEvent", "Collecte"),
                    ("description", ""),
                    ("dateEvent", "2026-12-01"),
                    ("hoursEvent", "10:00"),
                    ("datePublication", "2026-11-01"),
                    ("tags", new JsonArray()),
                    ("participants", new JsonArray()),
                    ("nbParticipants", 0),
                    ("maxParticipants", 10),
                    ("volunteers", new JsonArray()),
                    ("nbVolunteers", 0),
                    ("maxVolunteers", 10),
                    ("volunteersWaiting", new JsonArray()),
                    ("status", "ACTIVE")
                )
                .With(fields)
        );

    public static Registration Join(Side side, string id, WaitingRule from = WaitingRule.Any, bool isLimited = true) =>
        new Registration.Join(side, Attendee.Since(id, $"$name of {id}", Today), isLimited, from);

    public static Registration Wait(string id) =>
        new Registration.Wait(Document.Of(("id", id), ("name", "N"), ("note", "$kept")));
}

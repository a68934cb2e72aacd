using System.Globalization;
using System.Text.Json.Nodes;
using Benevoclic.Api.Announcements;
using Benevoclic.Api.Announcements.Registering;
using Benevoclic.Api.Associations;
using Benevoclic.Api.Storage;
using Benevoclic.Api.Volunteers;

namespace Benevoclic.Api.SampleData;

/// <summary>A believable little France around a day: who there is, and what they do. The same day makes the same.</summary>
/// <param name="today">In Paris.</param>
sealed class Sample(DateOnly today)
{
    public const int Associations = 12;
    public const int Volunteers = 60;
    public const int Announcements = 200;

    const int OldestDay = -60;
    const int LatestDay = 90;

    // Not for secrets: always the same on purpose.
#pragma warning disable CA5394
    readonly Random _random = new(20260101);

    public IReadOnlyList<Association> MakeAssociations() =>
        [
            .. Enumerable
                .Range(0, Associations)
                .Select(i =>
                {
                    var (cause, town) = (CauseOf(i), Town.All[i % Town.All.Count]);
                    var document = Document.Of(
                        ("associationId", Id("asso", i)),
                        ("associationName", $"{cause.Names[i / Cause.All.Count % cause.Names.Count]} {town.Name}"),
                        ("bio", $"Association de {town.Name}, animée par des bénévoles du quartier."),
                        ("phone", $"04{_random.Next(10_000_000, 99_999_999)}"),
                        ("city", town.Name),
                        ("postalCode", town.PostalCode),
                        ("country", "France"),
                        ("type", cause.Type),
                        ("locationAssociation", Around(town)),
                        (Association.Members, new JsonArray()),
                        (Association.Waiting, new JsonArray())
                    );
                    return new Association(document);
                }),
        ];

    public IReadOnlyList<Volunteer> MakeVolunteers() =>
        [
            .. Enumerable
                .Range(0, Volunteers)
                .Select(i =>
                {
                    var town = Pick(Town.All);
                    var birth = today.AddYears(-_random.Next(18, 75)).AddDays(-_random.Next(365));
                    var document = Document.Of(
                        ("volunteerId", Id("bene", i)),
                        ("firstName", SamplePeople.FirstNames[i % SamplePeople.FirstNames.Count]),
                        ("lastName", Pick(SamplePeople.LastNames)),
                        ("phone", $"06{_random.Next(10_000_000, 99_999_999)}"),
                        ("bio", null),
                        ("city", town.Name),
                        ("postalCode", town.PostalCode),
                        ("country", "France"),
                        ("birthDate", Day(birth)),
                        ("locationVolunteer", Around(town))
                    );
                    return new Volunteer(document);
                }),
        ];

    /// <summary>Events of these associations, to which some of these volunteers come.</summary>
    public IReadOnlyList<Announcement> MakeAnnouncements(
        IReadOnlyList<Association> associations,
        IReadOnlyList<Volunteer> volunteers
    ) =>
        [
            .. Enumerable
                .Range(0, Announcements)
                .Select(i => WithPeople(MakeAnnouncement(i, associations[i % associations.Count]), volunteers)),
        ];

    Announcement MakeAnnouncement(int i, Association association)
    {
        var (cause, town) = (CauseOf(i % Associations), Town.All[i % Associations % Town.All.Count]);
        var (name, description) = Pick(cause.Events);
        var day = today.AddDays(_random.Next(OldestDay, LatestDay));
        var published = day.AddDays(-_random.Next(7, 40));
        var document = Document.Of(
            ("description", description),
            ("datePublication", Day(published < today ? published : today)),
            ("dateEvent", Day(day)),
            ("hoursEvent", $"{_random.Next(8, 20):00}:{(_random.Next(2) == 0 ? "00" : "30")}"),
            ("nameEvent", name),
            ("tags", new JsonArray([.. cause.Tags.Select(tag => (JsonNode?)tag)])),
            ("associationId", association.Id),
            ("associationName", association.Name),
            ("associationLogo", ""),
            ("announcementImage", ""),
            (
                "addressAnnouncement",
                new JsonObject
                {
                    ["address"] = $"{_random.Next(1, 120)} rue de la République",
                    ["city"] = town.Name,
                    ["postalCode"] = town.PostalCode,
                    ["country"] = "France",
                }
            ),
            ("locationAnnouncement", Around(town)),
            (Side.Participants.List, new JsonArray()),
            (Side.Participants.Counter, 0),
            (Side.Participants.Maximum, i % 9 == 0 ? Announcement.Unlimited : _random.Next(3, 25)),
            (Side.Volunteers.List, new JsonArray()),
            (Side.Volunteers.Counter, 0),
            (Side.Volunteers.Maximum, _random.Next(1, 6)),
            (Announcement.Waiting, new JsonArray()),
            ("status", i % 23 == 0 ? AnnouncementStatus.Inactive : AnnouncementStatus.Active)
        );
        return new Announcement(document);
    }

    // Every fifth is asked by everybody, and so is full.
    Announcement WithPeople(Announcement announcement, IReadOnlyList<Volunteer> volunteers)
    {
        var isPopular = _random.Next(5) == 0;
        foreach (
            var volunteer in volunteers.OrderBy(_ => _random.Next()).Take(isPopular ? Volunteers : _random.Next(6))
        )
        {
            var side = _random.Next(3) == 0 ? Side.Volunteers : Side.Participants;
            var person = Attendee.Since(
                volunteer.Id,
                NameOf(volunteer),
                announcement.Document.Text("datePublication")!
            );
            var join = new Registration.Join(side, person, IsLimited: true, WaitingRule.Any);
            if (join.Decide(announcement).Changed is { } joined)
                announcement = new Announcement(joined);
        }
        return announcement;
    }

    static Cause CauseOf(int association) => Cause.All[association % Cause.All.Count];

    static string NameOf(Volunteer volunteer) =>
        $"{volunteer.Document.Text("firstName")} {volunteer.Document.Text("lastName")}";

    // Within some five kilometres.
    JsonObject Around(Town town) =>
        new()
        {
            ["type"] = "Point",
            ["coordinates"] = new JsonArray(
                Math.Round(town.Longitude + ((_random.NextDouble() - 0.5) / 10), 5),
                Math.Round(town.Latitude + ((_random.NextDouble() - 0.5) / 10), 5)
            ),
        };

    T Pick<T>(IReadOnlyList<T> all) => all[_random.Next(all.Count)];
#pragma warning restore CA5394

    static string Id(string prefix, int i) => string.Create(CultureInfo.InvariantCulture, $"{prefix}{i:00}");

    static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

using System.Globalization;
using System.Text.Json.Nodes;
using Benevoclic.Api.Accounts;
using Benevoclic.Api.Announcements;
using Benevoclic.Api.Associations;
using Benevoclic.Api.Identity;
using Benevoclic.Api.Storage;
using Benevoclic.Api.Volunteers;
using Microsoft.Extensions.DependencyInjection;

namespace Benevoclic.Bench.Api;

/// <summary>What the measured API has stored: documents of the size that people write.</summary>
/// <param name="atOnce">How many are added at the same time.</param>
sealed class Stored(IServiceProvider services, int atOnce)
{
    /// <summary>How many associations share the announcements.</summary>
    public const int Givers = 300;

    /// <summary>What announcements here are about: each word is in every sixteenth name, and in as many descriptions.</summary>
    public static readonly IReadOnlyList<string> Words =
    [
        "collecte",
        "plage",
        "forêt",
        "repas",
        "lecture",
        "jardin",
        "vélo",
        "accueil",
        "maraude",
        "potager",
        "tri",
        "couture",
        "soutien",
        "musique",
        "chantier",
        "sentier",
    ];

    /// <summary>And those elsewhere.</summary>
    static readonly IReadOnlyList<string> OtherWords = ["lagon", "volcan", "mangrove", "canne", "piton", "cirque"];

    static readonly IReadOnlyList<string> Syllables = ["ba", "du", "fé", "go", "li", "ma", "nou", "sai"];

    public static string Volunteer(int number) => $"volunteer{number}";

    public static string Association(int number) => $"association{number}";

    public Task AddPeopleAsync(int count, CancellationToken ct) =>
        Task.WhenAll(
            AddAllAsync(count, i => services.GetRequiredService<IVolunteers>().AddAsync(new(AVolunteer(i)), ct)),
            AddAllAsync(count, i => services.GetRequiredService<IAssociations>().AddAsync(new(AnAssociation(i)), ct)),
            AddAllAsync(Givers, i => services.GetRequiredService<IUsers>().AddAsync(AUser(i), ct))
        );

    /// <summary>Across France; their ids.</summary>
    public Task<IReadOnlyList<string>> AddAnnouncementsAsync(int from, int count, CancellationToken ct) =>
        AddAnnouncementsAsync(from, count, Words, (2.0, 46.5), ct);

    /// <summary>Ten thousand kilometres away, in other words: a search in France finds none of them.</summary>
    public Task<IReadOnlyList<string>> AddElsewhereAsync(int from, int count, CancellationToken ct) =>
        AddAnnouncementsAsync(from, count, OtherWords, (55.5, -21.1), ct);

    public Task<IReadOnlyList<string>> AddAsync(IEnumerable<Document> announcements, CancellationToken ct) =>
        AddAllAsync([.. announcements], ct);

    /// <param name="giver">Number of the association.</param>
    public static Document AnAnnouncement(
        int i,
        int giver,
        IReadOnlyList<string> words,
        (double East, double North) place
    )
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().DateTime);
        return Document.Of(
            ("associationId", Association(giver)),
            ("associationName", $"Les amis n° {giver}"),
            ("nameEvent", $"Grande {words[i % words.Count]} {i}"),
            ("description", Prose(i, words)),
            ("datePublication", Day(today.AddDays(-i % 200))),
            ("dateEvent", Day(today.AddDays(1 + (i % 300)))),
            ("hoursEvent", "14:00"),
            ("tags", new JsonArray(words[i % words.Count], words[i / words.Count % words.Count])),
            ("associationLogo", ""),
            ("announcementImage", ""),
            ("addressAnnouncement", Address(i)),
            ("locationAnnouncement", Point(i, place)),
            ("participants", People(3, i)),
            ("nbParticipants", 3),
            ("maxParticipants", 20),
            ("volunteers", People(2, i + 3)),
            ("nbVolunteers", 2),
            ("maxVolunteers", 10),
            ("volunteersWaiting", new JsonArray()),
            ("status", "ACTIVE")
        );
    }

    Task<IReadOnlyList<string>> AddAnnouncementsAsync(
        int from,
        int count,
        IReadOnlyList<string> words,
        (double East, double North) place,
        CancellationToken ct
    ) => AddAllAsync([.. Enumerable.Range(from, count).Select(i => AnAnnouncement(i, i % Givers, words, place))], ct);

    async Task<IReadOnlyList<string>> AddAllAsync(IReadOnlyList<Document> announcements, CancellationToken ct)
    {
        var store = services.GetRequiredService<IAnnouncements>();
        var ids = new string[announcements.Count];
        await AddAllAsync(
            announcements.Count,
            async i => ids[i] = (await store.AddAsync(new(announcements[i]), ct)).Id
        );
        return ids;
    }

    Task AddAllAsync(int count, Func<int, Task> add) =>
        Parallel.ForAsync(
            0,
            count,
            new ParallelOptions { MaxDegreeOfParallelism = atOnce },
            async (i, _) => await add(i)
        );

    static User AUser(int i) =>
        new(
            User.New(new Account(Association(i), $"{Association(i)}@example.org", Role.Association), Role.Association)
                .Document.With(("avatarFileKey", $"avatars/{Association(i)}/1751360000000-logo.png"))
        );

    static Document AVolunteer(int i) =>
        Document.Of(
            ("volunteerId", Volunteer(i)),
            ("firstName", "Zoé"),
            ("lastName", $"Le Goff {i}"),
            ("phone", "0601020304"),
            ("bio", Prose(i, Words)),
            ("city", "Rennes"),
            ("postalCode", "35000"),
            ("country", "France"),
            ("birthDate", "1990-05-17"),
            ("locationVolunteer", null)
        );

    static Document AnAssociation(int i) =>
        Document.Of(
            ("associationId", Association(i)),
            ("associationName", $"Les amis n° {i}"),
            ("bio", Prose(i, Words)),
            ("phone", "0299010203"),
            ("city", "Rennes"),
            ("country", "France"),
            ("postalCode", "35000"),
            ("type", "Solidarité"),
            ("locationAssociation", null),
            ("volunteers", Members(5, i)),
            ("volunteersWaiting", Members(2, i + 5))
        );

    static JsonArray People(int count, int from) =>
        [
            .. Enumerable
                .Range(from, count)
                .Select(i => new JsonObject
                {
                    ["id"] = $"guest{i}",
                    ["name"] = "Zoé Le Goff",
                    ["isPresent"] = false,
                    ["dateAdded"] = "2026-01-01",
                }),
        ];

    static JsonArray Members(int count, int from) =>
        [
            .. Enumerable
                .Range(from, count)
                .Select(i => new JsonObject { ["volunteerId"] = $"guest{i}", ["volunteerName"] = "Zoé Le Goff" }),
        ];

    static JsonObject Address(int i) =>
        new()
        {
            ["address"] = $"{i % 90} rue de la Mairie",
            ["city"] = "Rennes",
            ["postalCode"] = "35000",
            ["country"] = "France",
        };

    // A grid of 100 by 100, some 8 km wide, over and over with a small shift.
    static JsonObject Point(int i, (double East, double North) place) =>
        new()
        {
            ["type"] = "Point",
            ["coordinates"] = new JsonArray(
                place.East + (i % 100 * 0.08) - 4 + (i / 10_000 * 0.003),
                place.North + (i / 100 % 100 * 0.06) - 3 + (i / 10_000 * 0.003)
            ),
        };

    static string Prose(int i, IReadOnlyList<string> words) =>
        $"{words[i / 7 % words.Count]} {string.Join(' ', Enumerable.Range(i, 30).Select(Filler))}";

    static string Filler(int i) => Syllables[i % 8] + Syllables[i / 3 % 8] + Syllables[i / 5 % 8];

    static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

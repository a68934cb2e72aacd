using System.Globalization;
using System.Text.Json.Nodes;
using Benevoclic.Api.Accounts;
using Benevoclic.Api.Announcements;
using Benevoclic.Api.Associations;
using Benevoclic.Api.Favorites;
using Benevoclic.Api.Identity;
using Benevoclic.Api.Storage;
using Benevoclic.Api.Support;
using Benevoclic.Api.Tests.Announcements;
using Benevoclic.Api.Tests.Frame;
using Benevoclic.Api.Volunteers;
using Member = Benevoclic.Api.Associations.Person;

namespace Benevoclic.Api.Tests.Routes;

/// <summary>
/// A volunteer and an association who have to do with each other, another of each who have not, and an administrator: with an
/// account, a profile, and something of everything. Made anew for each call that could change it.
/// </summary>
sealed class World
{
    public const string Password = "correct horse 1";

    static int _count;

    readonly string _mark = Interlocked.Increment(ref _count).ToString(CultureInfo.InvariantCulture);

    World(RunningApi api)
    {
        Volunteer = Someone.With(api, Role.Volunteer, $"volunteer{_mark}");
        OtherVolunteer = Someone.With(api, Role.Volunteer, $"otherVolunteer{_mark}");
        Association = Someone.With(api, Role.Association, $"association{_mark}");
        OtherAssociation = Someone.With(api, Role.Association, $"otherAssociation{_mark}");
        Admin = Someone.With(api, Role.Admin, $"admin{_mark}");
    }

    /// <summary>Has an account of identity too, is a member of the association, and waits for nothing.</summary>
    public Someone Volunteer { get; private set; }

    /// <summary>Waits to become a member of the association.</summary>
    public Someone OtherVolunteer { get; }

    public Someone Association { get; }

    public Someone OtherAssociation { get; }

    public Someone Admin { get; }

    /// <summary>Somebody's sign-in of this moment.</summary>
    public SignIn SignIn { get; private set; } = null!;

    /// <summary>Of the association: the volunteer helps, the other one takes part, and waits to help.</summary>
    public string AnnouncementId { get; private set; } = "";

    public string ReportId { get; private set; } = "";

    /// <summary>The volunteer's favorite.</summary>
    public string FavoriteId => $"favorite{_mark}";

    /// <summary>One more event of the association.</summary>
    public object NewAnnouncement =>
        new
        {
            description = "x",
            datePublication = "2026-11-22",
            dateEvent = "2026-12-01",
            hoursEvent = "10:00",
            nameEvent = "Collecte",
            tags = Array.Empty<string>(),
            associationId = Association.Uid,
            associationName = "Croix",
            addressAnnouncement = new { city = "Pau" },
            maxParticipants = 10,
            maxVolunteers = 10,
            status = "ACTIVE",
        };

    /// <summary>An email that nobody has.</summary>
    public string NewEmail => $"new{_mark}@example.org";

    public IReadOnlyList<(string Name, Someone? Token)> Callers =>
        [
            ("nobody", null),
            ("the volunteer", Volunteer),
            ("another volunteer", OtherVolunteer),
            ("the association", Association),
            ("another association", OtherAssociation),
            ("an administrator", Admin),
        ];

    public static async Task<World> MakeAsync(RunningApi api)
    {
        var ct = TestContext.Current.CancellationToken;
        var world = new World(api);
        await world.MakeAccountAsync(api, ct);
        await Task.WhenAll(
            world.Callers.Select(caller => caller.Token).OfType<Someone>().Select(one => AddUserAsync(api, one, ct))
        );
        await Task.WhenAll(world.MakeProfilesAsync(api, ct), world.MakeBelongingsAsync(api, ct));
        return world;
    }

    async Task MakeAccountAsync(RunningApi api, CancellationToken ct)
    {
        var identity = api.Get<IIdentity>();
        var account = await identity.CreateAsync(Volunteer.Email, Password, ct);
        await identity.SetRoleAsync(account!.Uid, Role.Volunteer, ct);
        SignIn = (await identity.SignInAsync(Volunteer.Email, Password, ct))!;
        Volunteer = Volunteer with { Uid = account.Uid, Token = SignIn.IdToken };
    }

    static Task AddUserAsync(RunningApi api, Someone one, CancellationToken ct) =>
        api.Get<IUsers>().AddAsync(User.New(new Account(one.Uid, one.Email, one.Role), one.Role!.Value), ct);

    async Task MakeProfilesAsync(RunningApi api, CancellationToken ct)
    {
        var volunteers = api.Get<IVolunteers>();
        await Task.WhenAll(
            volunteers.AddAsync(new(Document.Of(("volunteerId", Volunteer.Uid))), ct),
            volunteers.AddAsync(new(Document.Of(("volunteerId", OtherVolunteer.Uid))), ct)
        );
        var associations = api.Get<IAssociations>();
        await associations.AddAsync(new(Document.Of(("associationId", Association.Uid))), ct);
        await associations.AddWaitingAsync(Association.Uid, new Member(Volunteer.Uid, "Zoé"), ct);
        await associations.AcceptAsync(Association.Uid, new Member(Volunteer.Uid, "Zoé"), "2026-11-22", ct);
        await associations.AddWaitingAsync(Association.Uid, new Member(OtherVolunteer.Uid, "Ada"), ct);
    }

    async Task MakeBelongingsAsync(RunningApi api, CancellationToken ct)
    {
        await api.Get<IFavorites>().AddAsync(Favorite.Of(Volunteer.Uid, FavoriteId), ct);
        var report = await api.Get<IReports>().AddAsync(new(Document.Of(("status", "PENDING"))), ct);
        ReportId = report.Id;
        var announcement = AnAnnouncement.With(
            ("associationId", Association.Uid),
            ("participants", new JsonArray(Person(OtherVolunteer))),
            ("volunteers", new JsonArray(Person(Volunteer))),
            ("volunteersWaiting", new JsonArray(Person(OtherVolunteer)))
        );
        AnnouncementId = (await api.Get<IAnnouncements>().AddAsync(announcement, ct)).Id;
    }

    static JsonObject Person(Someone one) =>
        new()
        {
            ["id"] = one.Uid,
            ["name"] = "Zoé",
            ["isPresent"] = false,
        };
}

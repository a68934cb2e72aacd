using Benevoclic.Api.Accounts;
using Benevoclic.Api.Announcements;
using Benevoclic.Api.Associations;
using Benevoclic.Api.Hosting;
using Benevoclic.Api.Identity;
using Benevoclic.Api.Volunteers;

namespace Benevoclic.Api.SampleData;

/// <summary>Fills an empty store with <see cref="Sample"/>.</summary>
sealed class Seeding(
    IUsers users,
    IAssociations associations,
    IVolunteers volunteers,
    IAnnouncements announcements,
    TimeProvider clock,
    IConfiguration configuration
)
{
    /// <exception cref="InvalidOperationException">It is production, or something is stored already.</exception>
    public async Task<string> CarryOutAsync(CancellationToken ct)
    {
        if (configuration["NODE_ENV"] == "production")
            throw new InvalidOperationException(
                "Sample data is for development: NODE_ENV is production. Nothing was written."
            );
        await RefuseFilledAsync(ct);

        var sample = new Sample(DateOnly.FromDateTime(clock.ParisNow().DateTime));
        var (groups, people) = (sample.MakeAssociations(), sample.MakeVolunteers());
        var events = sample.MakeAnnouncements(groups, people);
        await Task.WhenAll(groups.Select(group => AddAsync(group, ct)));
        await Task.WhenAll(people.Select(person => AddAsync(person, ct)));
        // One after another: their order is that of their ids.
        foreach (var one in events)
            await announcements.AddAsync(one, ct);
        return $"Stored {groups.Count} associations, {people.Count} volunteers and {events.Count} announcements around today.";
    }

    async Task RefuseFilledAsync(CancellationToken ct)
    {
        var found = new List<string>();
        if (await associations.CountAsync(ct) is > 0 and var groups)
            found.Add($"{groups} associations");
        if (await volunteers.CountAsync(ct) is > 0 and var people)
            found.Add($"{people} volunteers");
        await foreach (var _ in announcements.ReadAllAsync(ct))
        {
            found.Add("announcements");
            break;
        }
        if (found.Count > 0)
        {
            throw new InvalidOperationException(
                $"The store is not empty ({string.Join(", ", found)}): sample data is never mixed with what people wrote. Nothing was written."
            );
        }
    }

    async Task AddAsync(Association association, CancellationToken ct)
    {
        await associations.AddAsync(association, ct);
        await AddUserAsync(association.Id, Role.Association, ct);
    }

    async Task AddAsync(Volunteer volunteer, CancellationToken ct)
    {
        await volunteers.AddAsync(volunteer, ct);
        await AddUserAsync(volunteer.Id, Role.Volunteer, ct);
    }

    // Nobody can sign in as one of them: they have no password.
    Task AddUserAsync(string id, Role role, CancellationToken ct)
    {
        var account = new Account(id, $"{id}@example.org", role) { CreatedAt = clock.GetUtcNow() };
        return users.AddAsync(new User(User.New(account, role).Document.With(("isCompleted", true))), ct);
    }
}

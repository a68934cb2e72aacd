using Benevoclic.Api.Announcements;
using Benevoclic.Api.Announcements.Registering;
using Benevoclic.Api.Storage;

namespace Benevoclic.Api.Dashboard;

/// <summary>The people on one side of an event.</summary>
sealed class Attendance
{
    /// <summary>As the counter says.</summary>
    public double Number { get; private set; }

    public double Maximum { get; private set; } = Announcement.Unlimited;

    /// <summary>As the list says.</summary>
    public IReadOnlyList<TakenSeat> Seats { get; private set; } = [];

    /// <summary>False for a field that is another one's.</summary>
    public bool Take(Side side, JsonParts field)
    {
        if (field.IsNamed(side.List))
            Seats = TakenSeat.AllIn(field);
        else if (field.IsNamed(side.Counter))
            Number = field.Number ?? 0;
        else if (field.IsNamed(side.Maximum))
            Maximum = field.Number ?? Announcement.Unlimited;
        else
            return false;
        return true;
    }
}

/// <summary>Somebody's place on one side of an event.</summary>
/// <param name="Since">The day on which he registered; null for registrations from before there was one.</param>
sealed record TakenSeat(string Id, string Name, string? Since)
{
    public static IReadOnlyList<TakenSeat> AllIn(JsonParts list)
    {
        var seats = new List<TakenSeat>();
        if (!list.IsList)
            return seats;
        var items = new JsonParts(list.Value);
        while (items.Next())
        {
            if (items.IsObject)
                seats.Add(Of(new JsonParts(items.Value)));
        }
        return seats;
    }

    static TakenSeat Of(JsonParts fields)
    {
        var (id, name, since) = ("", "", (string?)null);
        while (fields.Next())
        {
            if (fields.IsNamed("id"u8))
                id = fields.Text ?? "";
            else if (fields.IsNamed("name"u8))
                name = fields.Text ?? "";
            else if (fields.IsNamed("dateAdded"u8))
                since = fields.Text;
        }
        return new(id, name, since);
    }
}

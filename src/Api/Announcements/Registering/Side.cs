namespace Benevoclic.Api.Announcements.Registering;

/// <summary>The two ways to come to an event: to take part, or to help. Each has its list, its limit and its counter.</summary>
/// <param name="Limits">The switch of the association's settings without which the maximum does not count.</param>
sealed record Side(string List, string Maximum, string Counter, string Limits, string AlreadyThere, string NotThere)
{
    public static readonly Side Participants = new(
        "participants",
        "maxParticipants",
        "nbParticipants",
        "participantLimits",
        "Participant already registered",
        "Participant not registered"
    );

    public static readonly Side Volunteers = new(
        "volunteers",
        "maxVolunteers",
        "nbVolunteers",
        "volunteerLimits",
        "Volunteer already registered",
        "Volunteer not registered"
    );
}

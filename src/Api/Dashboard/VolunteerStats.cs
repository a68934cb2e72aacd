namespace Benevoclic.Api.Dashboard;

/// <param name="VolunteersInWaitingList">Of all the events together.</param>
sealed record VolunteerStats(
    int TotalUniqueVolunteers,
    int TotalVolunteerParticipations,
    int NewVolunteersThisMonth,
    long RetentionRate,
    MostActive MostActiveVolunteer,
    int VolunteersInWaitingList
)
{
    /// <param name="month">yyyy-MM</param>
    public static VolunteerStats Of(Crowd crowd, int waiting, string month) =>
        new(crowd.Unique, crowd.Total, crowd.NewIn(month), crowd.RetentionRate, MostActive.In(crowd), waiting);
}

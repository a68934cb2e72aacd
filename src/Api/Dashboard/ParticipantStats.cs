namespace Benevoclic.Api.Dashboard;

sealed record ParticipantStats(
    int TotalUniqueParticipants,
    int TotalParticipations,
    int NewParticipantsThisMonth,
    long RetentionRate,
    MostActive MostActiveParticipant
)
{
    /// <param name="month">yyyy-MM</param>
    public static ParticipantStats Of(Crowd crowd, string month) =>
        new(crowd.Unique, crowd.Total, crowd.NewIn(month), crowd.RetentionRate, MostActive.In(crowd));
}

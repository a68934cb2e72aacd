namespace Benevoclic.Api.Dashboard;

sealed record MostActive(string Id, string Name, int Participations)
{
    static readonly MostActive Nobody = new("", "Aucun", 0);

    public static MostActive In(Crowd crowd) =>
        crowd.MostActive is { } person ? new(person.Id, person.Name, person.Times) : Nobody;
}

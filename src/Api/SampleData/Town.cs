namespace Benevoclic.Api.SampleData;

sealed record Town(string Name, string PostalCode, double Longitude, double Latitude)
{
    public static readonly IReadOnlyList<Town> All =
    [
        new("Lyon", "69003", 4.8500, 45.7600),
        new("Villeurbanne", "69100", 4.8800, 45.7719),
        new("Paris", "75011", 2.3790, 48.8590),
        new("Montreuil", "93100", 2.4410, 48.8638),
        new("Marseille", "13001", 5.3698, 43.2965),
        new("Lille", "59000", 3.0573, 50.6292),
        new("Nantes", "44000", -1.5536, 47.2184),
        new("Bordeaux", "33000", -0.5792, 44.8378),
        new("Toulouse", "31000", 1.4442, 43.6047),
        new("Strasbourg", "67000", 7.7521, 48.5734),
        new("Rennes", "35000", -1.6778, 48.1173),
        new("Grenoble", "38000", 5.7245, 45.1885),
    ];
}

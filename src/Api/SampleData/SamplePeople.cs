namespace Benevoclic.Api.SampleData;

static class SamplePeople
{
    public static readonly IReadOnlyList<string> FirstNames =
    [
        "Camille",
        "Léa",
        "Inès",
        "Chloé",
        "Manon",
        "Zoé",
        "Élise",
        "Fatou",
        "Aïcha",
        "Hélène",
        "Hugo",
        "Lucas",
        "Noé",
        "Théo",
        "Jules",
        "Gaël",
        "Mehdi",
        "Kévin",
        "Rémi",
        "François",
    ];

    public static readonly IReadOnlyList<string> LastNames =
    [
        "Martin",
        "Bernard",
        "Dubois",
        "Durand",
        "Lefèvre",
        "Moreau",
        "Garcia",
        "Roux",
        "Fontaine",
        "Chevalier",
        "Benali",
        "Diallo",
        "Nguyen",
        "Le Goff",
        "Lambert",
        "Faure",
        "Mercier",
        "Blanchard",
        "Guérin",
        "Traoré",
    ];
}

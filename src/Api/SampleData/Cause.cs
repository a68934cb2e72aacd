namespace Benevoclic.Api.SampleData;

/// <summary>What an association works for, and the events that it gives.</summary>
/// <param name="Names">Of associations; a town is put behind them.</param>
/// <param name="Events">Name and description.</param>
sealed record Cause(
    string Type,
    IReadOnlyList<string> Tags,
    IReadOnlyList<string> Names,
    IReadOnlyList<(string Name, string Description)> Events
)
{
    public static readonly IReadOnlyList<Cause> All =
    [
        new(
            "Aide alimentaire",
            ["solidarité", "alimentation"],
            ["Le Panier partagé", "La Table d'à côté"],
            [
                ("Collecte alimentaire", "Accueillir les donateurs à l'entrée du magasin, trier et peser les dons."),
                ("Distribution de repas chauds", "Préparer et servir le repas, puis ranger la salle ensemble."),
                ("Tri des fruits et légumes", "Trier les invendus du marché et préparer les paniers de la semaine."),
            ]
        ),
        new(
            "Environnement",
            ["nature", "écologie"],
            ["Berges propres", "Les Amis du jardin"],
            [
                ("Nettoyage des berges", "Gants et sacs sont fournis ; prévoyez des bottes. Goûter à la fin."),
                ("Plantation d'une haie", "Deux cents arbustes d'espèces locales à planter avec l'école du quartier."),
                ("Atelier compost", "Apprendre à composter en ville et retourner les bacs du jardin partagé."),
            ]
        ),
        new(
            "Éducation",
            ["enfants", "éducation"],
            ["Un Cahier pour tous", "Lire ensemble"],
            [
                ("Aide aux devoirs", "Une heure et demie avec deux ou trois enfants du CE1 au CM2."),
                ("Lecture à voix haute", "Lire des albums aux tout-petits à la bibliothèque."),
                (
                    "Initiation à l'informatique",
                    "Aider des adultes à écrire un courriel et à faire leurs démarches en ligne."
                ),
            ]
        ),
        new(
            "Santé",
            ["santé", "sport"],
            ["Cœur en marche", "Main tendue"],
            [
                ("Course solidaire", "Tenir un ravitaillement, remettre les dossards ou encourager les coureurs."),
                ("Collecte de sang", "Accueillir les donneurs et servir la collation."),
                ("Visite à l'hôpital", "Passer une heure avec des personnes âgées qui ne reçoivent personne."),
            ]
        ),
        new(
            "Animaux",
            ["animaux"],
            ["Refuge des Quatre Chemins", "SOS Moustaches"],
            [
                (
                    "Promenade des chiens du refuge",
                    "Promener les chiens deux par deux ; aucune expérience n'est nécessaire."
                ),
                ("Journée d'adoption", "Présenter les animaux et répondre aux familles."),
                ("Travaux au refuge", "Repeindre les boxes et réparer la clôture."),
            ]
        ),
        new(
            "Culture",
            ["culture", "fête"],
            ["Les Soirs d'été", "Mémoire vive"],
            [
                ("Festival de quartier", "Monter la scène, tenir la buvette ou guider le public."),
                ("Marché de Noël solidaire", "Tenir un stand d'objets faits main au profit de l'association."),
                ("Recueil de témoignages", "Écouter et enregistrer les souvenirs des anciens du quartier."),
            ]
        ),
    ];
}

using System.Text.RegularExpressions;

namespace Benevoclic.Relay.Texts;

static partial class French
{
    static readonly string[] Months =
    [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ];

    public static Language Language { get; } =
        new()
        {
            Code = "fr",
            Wordings = Wordings(),
            Generic = new(
                "alerte",
                "{summary}\nL’alerte a commencé {ago}.",
                "Ouvrez l’alerte dans Prometheus (lien ci-dessous) : la règle et la valeur mesurée y sont."
            )
            {
                Over = "terminé",
            },
            Unreadable = new(
                "alerte illisible",
                "Le relais a reçu un message qu’il ne comprend pas. C’était peut-être une vraie alerte : regardez dans Alertmanager (lien ci-dessous).",
                "Si cela se répète, cherchez qui d’autre qu’Alertmanager peut joindre le port 9094, et écrit au relais."
            ),
            PathTest = new(
                "test du chemin d’alerte : tout va bien",
                "Une mise à jour du serveur se termine, et ce message est son essai. Rien n’est en panne, il n’y a rien à faire.\n\n**Ce que cela prouve** : une alerte donnée à Alertmanager arrive dans ce salon.\n**Ce que cela ne prouve pas** : que Prometheus voit les pannes. C’est l’affaire de ses règles."
            ),
            Labels = Labels(),
            Incidents = IncidentWords(),
            Troubles = TroubleWords(),
            Page = Page(),
            Severities = new Dictionary<string, string>
            {
                ["critical"] = "critique",
                ["warning"] = "avertissement",
                ["info"] = "information",
            },
            DecimalMark = ",",
            Units = ("s", "min", "h", "j"),
            Date = at =>
                $"{at.Day}{(at.Day == 1 ? "er" : "")} {Months[at.Month - 1]} {at.Year} à {at.Hour:00}:{at.Minute:00}",
            Typeset = text => BeforeHighMarks().Replace(text, "\u00A0"),
        };

    static Dictionary<string, Wording> Wordings() =>
        new()
        {
            ["ServerDown"] = new(
                "l’API ne répond plus",
                "Prometheus n’arrive plus à lire l’API ({job}). Tant que cela dure, bénévoles et associations ne peuvent pas se servir de Benevoclic.\nLa panne a commencé {ago}.",
                "Ouvrez la page de santé de l’API (lien ci-dessous). Si elle répond, attendez une minute : le message vert viendra tout seul.",
                "Lisez la fin du journal : `./benevoclic logs api`",
                "Relancez l’API : `./benevoclic restart api`"
            ),
            ["ServerUp"] = new(
                "l’API répond de nouveau",
                "La panne est finie, elle a duré **{duration}**. Le relais l’a vérifié lui-même avant d’écrire ce message.",
                "Rien d’urgent. Cherchez la cause tant que le journal est frais : `./benevoclic logs api`"
            ),
            ["ServerInactive"] = new(
                "plus aucune requête",
                "L’API fonctionne, mais aucun utilisateur ne l’a appelée depuis 5 minutes au moins. La nuit, c’est normal. En pleine journée, le site n’arrive peut-être plus jusqu’à elle.\nAlerte ouverte {ago}.",
                "Ouvrez le site et cherchez une annonce. Si cela marche, cette alerte se ferme toute seule.",
                "Sinon, vérifiez le nom de domaine, le certificat et l’adresse de l’API dans le site."
            ),
            ["ServerActive"] = new(
                "des requêtes arrivent de nouveau",
                "Des utilisateurs appellent de nouveau l’API. Cette alerte est restée ouverte **{duration}**. Rien à faire."
            ),
            ["SystemDown"] = new(
                "Node Exporter ne répond plus",
                "Prometheus n’arrive plus à lire Node Exporter ({job}), le programme qui mesure la machine. Cela a commencé {ago}.\n\n**Ce que cela prouve** : ce programme ne répond plus. Processeur, mémoire et disque ne sont plus surveillés.\n**Ce que cela ne prouve pas** : que la machine est en panne. Ce message en vient, donc elle vit encore. Si elle s’arrêtait tout entière, rien ne pourrait l’annoncer d’ici.",
                "Vérifiez que le site marche : c’est lui qui compte pour les utilisateurs.",
                "Relancez Node Exporter : `./benevoclic restart node-exporter`"
            ),
            ["SystemUp"] = new(
                "Node Exporter répond de nouveau",
                "La machine est de nouveau mesurée, après **{duration}** sans mesures. Le relais l’a vérifié dans Prometheus avant d’écrire ce message.\n\n**Ce que cela prouve** : Node Exporter répond.\n**Ce que cela ne prouve pas** : que tout le reste de la machine va bien.",
                "Rien d’urgent. Regardez les courbes de la machine dans Grafana (lien ci-dessous)."
            ),
            ["ReplicaDown"] = new(
                "il manque une réplique de l’API",
                "Moins d’exemplaires de l’API répondent que prévu. Les utilisateurs sont servis par les autres, qui portent sa part.\nCela a commencé {ago}.",
                "Une machine manque-t-elle ? `./benevoclic cluster status`",
                "Si la réplique s’arrête d’elle-même, ses lignes disent pourquoi : `./benevoclic logs api --host`"
            )
            {
                Over = "terminé : toutes les répliques de l’API répondent",
            },
            ["HighErrorRate"] = new(
                "trop de requêtes échouent",
                "Plus de 5 % des réponses de l’API sont des erreurs 5xx. Une partie des utilisateurs voit des pages d’erreur.\nCela a commencé {ago}.",
                "Dans Grafana, tableau API Metrics : quelle route échoue ?",
                "Lisez les erreurs : `./benevoclic logs api`",
                "Si cela a commencé après une mise à jour, revenez à la version d’avant."
            )
            {
                Over = "terminé : les requêtes n’échouent plus",
            },
            ["HighLatency"] = new(
                "l’API est lente",
                "Une requête sur vingt met plus d’une seconde. Les utilisateurs attendent.\nCela a commencé {ago}.",
                "Dans Grafana, tableau API Metrics : est-ce une seule route, ou toutes ?",
                "Tableau System Metrics : le processeur ou la mémoire sont-ils pleins au même moment ?",
                "Lisez le journal : `./benevoclic logs api`"
            )
            {
                Over = "terminé : l’API est de nouveau rapide",
            },
            ["HighCpu"] = new(
                "le processeur est saturé",
                "La machine utilise plus de 80 % de son processeur. Les réponses vont ralentir.\nCela a commencé {ago}.",
                "Sur la machine, `top` dit quel programme travaille.",
                "Si c’est l’API, regardez dans Grafana si le nombre de requêtes a monté."
            )
            {
                Over = "terminé : le processeur respire de nouveau",
            },
            ["HighMemory"] = new(
                "la mémoire est presque pleine",
                "La machine utilise plus de 85 % de sa mémoire. Quand il n’y en a plus, le système tue un programme, souvent l’API.\nCela a commencé {ago}.",
                "Sur la machine, `top` (touche M) dit quel programme la prend.",
                "Si c’est l’API et que cela monte sans arrêt : `./benevoclic restart api`, puis cherchez la fuite."
            )
            {
                Over = "terminé : il y a de nouveau assez de mémoire",
            },
            ["DiskFull"] = new(
                "le disque est bientôt plein",
                "Il reste moins de 10 % de place, ou il n’en restera plus dans les 24 heures à ce rythme. Sur un disque plein, plus rien ne s’enregistre.\nCela a commencé {ago}.",
                "Cherchez ce qui prend la place : `du -xh / | sort -h | tail`",
                "Souvent, ce sont de vieilles images : `./benevoclic prune`, qui garde de quoi revenir en arrière"
            )
            {
                Over = "terminé : il y a de nouveau assez de place",
            },
        };

    static CardLabels Labels() =>
        new()
        {
            Since = "Depuis",
            Start = "Début",
            End = "Fin",
            Duration = "Durée",
            Service = "Service",
            Severity = "Gravité",
            Measured = "Mesuré",
            Seen = "Vérifié par le relais",
            ToDo = "Que faire",
            Links = "Liens",
            Runbook = "Procédure",
            Health = "Santé de l’API",
            Labels = "Étiquettes",
            Deployed = "Mis à jour",
            Over = "C’est terminé, après **{duration}**. Rien à faire.",
            Footer = "Surveillance Benevoclic",
            HealthSeen = "/health {status} en {ms} ms",
            PrometheusSeen = "Prometheus : up = 1",
        };

    /// <summary>French puts an unbreakable space before these marks; a colon alone on a line looks broken on a phone.</summary>
    [GeneratedRegex(" (?=[:;?!%»])")]
    private static partial Regex BeforeHighMarks();
}

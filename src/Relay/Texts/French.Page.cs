using Benevoclic.Relay.Incidents;

namespace Benevoclic.Relay.Texts;

static partial class French
{
    static PageLabels Page() =>
        new()
        {
            Title = "Messages de Benevoclic",
            ToDiscord = "Ces messages partent aussi sur Discord.",
            DiscordLate = "Discord ne prend pas tout en ce moment : ce qui attend est gardé, et essayé encore.",
            NoWebhook = "Aucun webhook Discord : rien ne quitte cette machine.",
            Watchdog = "Chaîne d’alerte vivante : dernier signe d’Alertmanager {ago}.",
            LateWatchdog =
                "Alertmanager se tait : son dernier signe est venu {ago}. Les alertes n’arrivent peut-être plus.",
            NoWatchdog = "La chaîne d’alerte n’a pas encore donné signe de vie : aucun Watchdog n’est arrivé.",
            WebhookGone =
                "Rien ne part plus vers Discord. Copiez-y l’adresse du webhook, ou faites-en un autre, et mettez-la dans DISCORD_WEBHOOK_URL. Sa dernière réponse :",
            JournalBroken = "Le journal ne peut plus être écrit, Alertmanager garde les alertes pour plus tard :",
            Lasting = "En cours",
            NoneLasting = "Aucun incident.",
            Ended = "Terminés",
            Older = "Plus anciens",
            Outbox = "En attente de Discord",
            Attempts = "Essais",
            Colon = " : ",
            Messages = "Messages",
            Phases = new Dictionary<Phase, string>
            {
                [Phase.Open] = "en cours",
                [Phase.Recovering] = "dit fini, en vérification",
                [Phase.Unknown] = "état inconnu",
                [Phase.Closed] = "terminé",
            },
            Tellings = new Dictionary<Telling, string>
            {
                [Telling.Card] = "nouveau message",
                [Telling.Update] = "modification",
                [Telling.Ended] = "message de fin",
                [Telling.Relapse] = "message de rechute",
                [Telling.Overdue] = "message de dépassement",
            },
            Moments = new Dictionary<string, string>
            {
                ["last-good"] = "dernière mesure bonne",
                ["began"] = "début, selon Prometheus",
                ["opened"] = "alerte reçue et gardée",
                ["caught-up"] = "trouvée chez Alertmanager, qui ne l’avait pas dite",
                ["missed"] = "trouvée chez Prometheus : passée pendant l’absence du relais",
                ["resolved"] = "fin annoncée par Alertmanager, le relais va voir",
                ["gone"] = "plus dans la liste d’Alertmanager, le relais va voir",
                ["resumed"] = "recommence avant que la fin soit vue",
                ["relapsed"] = "rechute",
                ["doubted"] = "la fin ne se voit pas",
                ["closed"] = "fin vue",
                ["muted"] = "mise en sourdine par",
                ["audible"] = "n’est plus en sourdine",
                ["explained"] = "cause probable trouvée",
                ["overdue"] = "la mise à jour dépasse sa limite",
                ["sent"] = "message publié",
                ["edited"] = "message modifié",
                ["sent-ended"] = "message de fin publié",
                ["sent-relapse"] = "message de rechute publié",
                ["sent-overdue"] = "message de dépassement publié",
                ["retried"] = "essai sans succès",
                ["refused"] = "refusé par Discord",
            },
            NotFound = "Introuvable",
            NoIncident =
                "L’incident {id} n’est pas dans le journal : il n’a jamais eu lieu, ou il est trop ancien pour y être encore.",
            NoPage = "Il n’y a rien à l’adresse {path}",
            Back = "Voir ce qui est en cours",
            NoMessage = "Aucun message n’est encore parti.",
            Empty = "Tout est calme",
            EmptyHint = "Aucun message pour l’instant. Pour en voir un : `./benevoclic stop api`",
            Local = "sur cette page seulement",
            Delivered = "reçu par Discord",
            Failed = "non envoyé",
            Edited = "modifié",
            Bot = "APPLI",
            Ago = "il y a {duration}",
        };
}

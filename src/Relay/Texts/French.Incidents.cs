using Benevoclic.Relay.Causes;
using Benevoclic.Relay.Deploys;
using Benevoclic.Relay.Incidents;

namespace Benevoclic.Relay.Texts;

static partial class French
{
    static IncidentWords IncidentWords() =>
        new()
        {
            Unknown = new(
                "état inconnu",
                "Alertmanager dit que c’est terminé, mais le relais ne peut pas le vérifier : {doubt}\nTant qu’il ne l’a pas vu lui-même, il n’écrira pas que tout va bien. L’incident a commencé {ago}.",
                "Ouvrez la page de santé de l’API et Prometheus (liens ci-dessous) : ce sont les seules preuves pour l’instant.",
                "Si Prometheus est arrêté : `./benevoclic restart prometheus`"
            ),
            Doubts = new Dictionary<Doubt, string>
            {
                [Doubt.PrometheusSilent] =
                    "Prometheus ne répond pas. Quand il s’arrête, toutes ses alertes « se terminent » quatre minutes plus tard.",
                [Doubt.TargetGone] = "Prometheus ne voit plus la cible ; la règle n’a plus rien à mesurer.",
                [Doubt.RuleBroken] = "Prometheus n’arrive pas à évaluer la règle.",
                [Doubt.StillFiring] = "Prometheus, lui, la voit toujours.",
                [Doubt.Unhealthy] = "la page /health de l’API ne répond pas correctement.",
            },
            Causes = new Dictionary<CauseKind, string>
            {
                [CauseKind.DeployedJustNow] = "la version {detail} vient d’être mise en ligne.",
                [CauseKind.MachineRestarted] = "la machine a redémarré il y a {detail} min.",
                [CauseKind.OutOfMemory] = "le système a tué un programme faute de mémoire, il y a moins de 5 minutes.",
                [CauseKind.DiskFull] = "le disque est plein : il en reste {detail} %.",
                [CauseKind.AllTargetsGone] =
                    "aucune cible ne répond, pas seulement celle-ci : le réseau des conteneurs, ou Docker lui-même.",
                [CauseKind.OnlyMetricsGone] =
                    "seules les mesures manquent : /health répond, les utilisateurs sont servis.",
                [CauseKind.ProcessRestarted] = "l’API a redémarré {detail} fois en 10 minutes.",
                [CauseKind.StolenProcessor] = "l’hébergeur donne {detail} % de notre processeur à d’autres machines.",
                [CauseKind.BusyProcessor] = "le processeur est occupé à {detail} %.",
                [CauseKind.OneRoute] = "une route surtout : {detail}.",
                [CauseKind.ProcessGone] =
                    "le programme s’est arrêté ou ne répond plus ; rien d’autre d’anormal sur la machine.",
            },
            Confidences = new Dictionary<Confidence, string>
            {
                [Confidence.Possible] = "Peut-être",
                [Confidence.Likely] = "Sans doute",
                [Confidence.Sure] = "Vérifié",
            },
            Whole = new(
                "incident terminé",
                "C’est arrivé et c’est terminé, mais ce message n’a pas pu partir pendant que cela durait.\nDurée : **{duration}**. Rien à faire tout de suite."
            ),
            Digest = new(
                "{count} incidents terminés",
                "Ils sont arrivés et se sont terminés pendant que Discord était injoignable :"
            ),
            Storm = new(
                "{count} alertes à la fois",
                "Trop d’alertes pour un message chacune. Une cause commune est probable :"
            )
            {
                Over = "les {count} alertes sont terminées",
            },
            StormLeft = "{left} sur {count} durent encore.",
            Relapse = new(
                "cela recommence",
                "L’alerte revient peu après s’être terminée, pour la {count}ᵉ fois. Son message d’origine, plus haut, est à jour."
            ),
            Overdue = new(
                "la mise à jour ne se termine pas",
                "L’interruption prévue pour la mise à jour dure plus que les {limit} annoncées : c’est maintenant une panne.",
                "Regardez où en est la mise à jour : `./benevoclic journal`",
                "Revenez à la version d’avant : `{command}`"
            ),
            Deploying = new(
                "mise à jour en cours",
                "**{service}** passe à la version {release}. Une interruption de {limit} au plus est prévue ; au-delà, ce message deviendra rouge.\nInterrompu {ago}."
            )
            {
                Over = "interruption pendant la mise à jour",
            },
            LostBeginning = new(
                "fin d’une alerte inconnue",
                "Alertmanager annonce la fin d’une alerte dont le début n’est pas dans le journal du relais : il est plus ancien que lui.\nCommencée {ago}."
            ),
            Elsewhere = new(
                "ce salon a manqué {count} messages",
                "Ce webhook ne fonctionnait pas ; ces messages sont partis par le salon de secours :"
            ),
            Cause = "Cause probable",
            CheckCause = "vérifier",
            MutedField = "En sourdine",
            Muted = "par {name} jusqu’à {until}\n{comment}",
            RelapsesField = "Rechutes",
            Relapses = "{count} en quelques minutes",
            DeployField = "Mise à jour récente",
            AfterDeploy = "{service} est passé à {release} {ago}.\nPour revenir en arrière : `{command}`",
            Began = "panne {at}",
            Detected = "détectée +{seconds} s",
            Shown = "affichée +{seconds} s",
            MayRepeat = "renvoi possible : la réponse de Discord s’est perdue",
            Late = "affiché avec {duration} de retard",
            AndMore = "… et {count} autres",
            DeployEnds = new Dictionary<DeployEnd, string>
            {
                [DeployEnd.Committed] = "mise à jour réussie",
                [DeployEnd.Undone] = "mise à jour annulée, l’ancienne version sert",
                [DeployEnd.Stuck] = "mise à jour bloquée, il faut quelqu’un",
                [DeployEnd.Lost] = "mise à jour sans nouvelles",
            },
            RolledBack = "retour en arrière réussi",
            DeployedFrom = "**{service}** : {previous} → {release}",
            DeployedFirst = "**{service}** : {release}, pour la première fois",
            DeployedBy = "par {name}",
            DeployStuck = "Regardez : `./benevoclic journal`, puis `docker ps -a` sur le serveur.",
        };
}

using Benevoclic.Relay.Delivery;
using Benevoclic.Relay.Discord;

namespace Benevoclic.Relay.Texts;

static partial class French
{
    static TroubleWords TroubleWords() =>
        new()
        {
            Sequels = new Dictionary<Sequel, string>
            {
                [Sequel.Again] = "nouvel essai dans {wait} s : {reply}",
                [Sequel.OtherForm] = "nouvel essai sous une autre forme : {reply}",
                [Sequel.WebhookGone] =
                    "{reply}. Le webhook n’existe plus : faites-en un autre dans Discord et mettez son adresse dans DISCORD_WEBHOOK_URL",
                [Sequel.NoWebhook] =
                    "{reply}. Ce qui répond là n’est pas un webhook de Discord : copiez-y de nouveau l’adresse et mettez-la dans DISCORD_WEBHOOK_URL",
                [Sequel.TooOld] = "trop ancien pour être modifié encore : {reply}",
                [Sequel.OnPageOnly] = "montré sur la page seulement, il n’y a rien à modifier sur Discord",
                [Sequel.PostedAnew] = "l’ancien n’était plus là",
                [Sequel.Refused] =
                    "{reply}. Le message entier est sur la page du relais ; signalez cette erreur, s’il vous plaît",
                [Sequel.TooLate] = "abandonné, il serait arrivé trop tard",
                [Sequel.Untried] = "pas encore envoyé",
            },
            Failures = new Dictionary<Failure, string>
            {
                [Failure.NoName] = "Discord est injoignable, son nom ne se résout pas",
                [Failure.NoConnection] = "Discord est injoignable, la connexion échoue",
                [Failure.NotSecure] = "Discord est injoignable, pas de connexion sûre",
                [Failure.Proxy] = "Discord est injoignable, le proxy refuse",
                [Failure.BrokenOff] = "Discord est injoignable, la connexion s’est coupée",
                [Failure.Late] = "Discord n’a pas répondu à temps",
            },
            Answered = "Discord a répondu {status}",
            Said = "Discord a répondu {status} «\u00A0{said} »",
            LastTry = " ; dernier essai : {reply}",
        };
}

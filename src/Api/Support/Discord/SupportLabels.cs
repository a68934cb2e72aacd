namespace Benevoclic.Api.Support.Discord;

/// <summary>How the team reads types, categories and states in its channel (contract 5.3).</summary>
static class SupportLabels
{
    static readonly Dictionary<string, string> Categories = new()
    {
        ["INAPPROPRIATE_CONTENT"] = "Contenu inapproprié",
        ["OUTDATED_INFO"] = "Informations obsolètes",
        ["WRONG_ADDRESS"] = "Adresse incorrecte",
        ["WRONG_DATE_TIME"] = "Date/heure incorrecte",
        ["WRONG_CAPACITY"] = "Capacité incorrecte",
        ["INAPPROPRIATE_TAGS"] = "Tags inappropriés",
        ["CONNECTION_ISSUE"] = "Problème de connexion",
        ["IMAGE_NOT_LOADING"] = "Image ne se charge pas",
        ["RESPONSIVE_ISSUE"] = "Problème responsive",
        ["SEARCH_PROBLEM"] = "Problème de recherche",
        ["FORM_NOT_WORKING"] = "Formulaire défaillant",
        ["SLOW_PERFORMANCE"] = "Performance lente",
        ["FEATURE_REQUEST"] = "Demande de fonctionnalité",
        ["BUG_REPORT"] = "Rapport de bug",
        ["USABILITY_ISSUE"] = "Problème d'ergonomie",
        ["CONTENT_SUGGESTION"] = "Suggestion de contenu",
        ["GENERAL_FEEDBACK"] = "Feedback général",
        ["GENERAL_INQUIRY"] = "Demande générale",
        ["ACCOUNT_ISSUE"] = "Problème de compte",
        ["BILLING_QUESTION"] = "Question de facturation",
        ["PARTNERSHIP_REQUEST"] = "Demande de partenariat",
        ["PRESS_INQUIRY"] = "Demande de presse",
    };

    public static (string Emoji, string Label, int Colour) OfType(string type) =>
        type switch
        {
            ReportWords.Announcement => ("📢", "Signalement d'annonce", 0xff6b6b),
            ReportWords.Technical => ("🔧", "Problème technique", 0x4ecdc4),
            ReportWords.UserFeedback => ("💬", "Feedback utilisateur", 0x9b59b6),
            ReportWords.OtherType => ("📝", "Autre demande", 0xf39c12),
            _ => ("❓", "Autre", 0x95a5a6),
        };

    public static (string Emoji, int Colour) OfStatus(string status) =>
        status switch
        {
            ReportWords.Pending => ("⏳", 0xf39c12),
            ReportWords.InProgress => ("🔄", 0x3498db),
            ReportWords.Resolved => ("✅", 0x27ae60),
            ReportWords.Rejected => ("❌", 0xe74c3c),
            _ => ("📊", 0x95a5a6),
        };

    public static string OfCategory(string category) => Categories.GetValueOrDefault(category, "Autre");
}

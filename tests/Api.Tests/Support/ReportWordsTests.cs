using Benevoclic.Api.Support;

namespace Benevoclic.Api.Tests.Support;

public sealed class ReportWordsTests
{
    [Theory]
    [InlineData("ANNOUNCEMENT", "WRONG_ADDRESS", "a1", null)]
    [InlineData("ANNOUNCEMENT", "OTHER", "a1", null)]
    [InlineData("TECHNICAL", "SEARCH_PROBLEM", null, null)]
    [InlineData("USER_FEEDBACK", "BUG_REPORT", null, null)]
    [InlineData("OTHER", "OTHER", null, null)]
    [InlineData("ANNOUNCEMENT", "WRONG_ADDRESS", null, "L'ID de l'annonce est requis pour un signalement d'annonce")]
    [InlineData("ANNOUNCEMENT", "WRONG_ADDRESS", "", "L'ID de l'annonce est requis pour un signalement d'annonce")]
    [InlineData("ANNOUNCEMENT", "BUG_REPORT", "a1", "Catégorie invalide pour un signalement d'annonce")]
    [InlineData("TECHNICAL", "BUG_REPORT", null, "Catégorie invalide pour un signalement technique")]
    [InlineData("USER_FEEDBACK", "WRONG_ADDRESS", null, "Catégorie invalide pour un feedback utilisateur")]
    [InlineData("OTHER", "BUG_REPORT", null, "Catégorie invalide pour un signalement autre")]
    public void A_category_belongs_to_a_type(string type, string category, string? announcementId, string? problem) =>
        Assert.Equal(problem, ReportWords.Problem(type, category, announcementId));

    [Fact]
    public void Every_category_is_listed_once() =>
        Assert.Equal(ReportWords.Categories.Distinct(), ReportWords.Categories);
}

using Benevoclic.Api.Accounts;
using Benevoclic.Api.Storage;

namespace Benevoclic.Api.Tests.Accounts;

public sealed class ApprovalTests
{
    [Theory]
    [InlineData("VOLUNTEER", true, false, "Vous n'avez pas les permissions d'administrateur")]
    [InlineData("ADMIN", false, false, "Votre compte n'est pas approuvé")]
    [InlineData("ADMIN", true, true, "Votre compte est approuvé")]
    public void An_administrator_is_approved_when_his_account_is_complete(
        string role,
        bool isCompleted,
        bool approved,
        string message
    ) =>
        Assert.Equal(
            (approved, message),
            ApprovalEndpoints.Judge(new User(Document.Of(("role", role), ("isCompleted", isCompleted))))
        );
}

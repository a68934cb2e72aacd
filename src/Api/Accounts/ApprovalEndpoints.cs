using Benevoclic.Api.Hosting.Answers;
using Benevoclic.Api.Identity;
using Benevoclic.Api.Storage;

namespace Benevoclic.Api.Accounts;

static class ApprovalEndpoints
{
    public static void MapApproval(this WebApplication app) =>
        app.MapGet("/admin/{adminId}/check-approval-status", Check)
            .For(Role.Admin)
            .WithTags("admin")
            .Answers<ApprovalShape>();

    static async Task<JsonAnswer> Check(string adminId, IUsers users, CancellationToken ct)
    {
        var user = await users.FindAsync(adminId, ct) ?? throw AccountChange.Unknown();
        var (approved, message) = Judge(user);
        return Answer.Ok(Document.Of(("approved", approved), ("message", message)));
    }

    public static (bool Approved, string Message) Judge(User user) =>
        user.Role != Role.Admin ? (false, "Vous n'avez pas les permissions d'administrateur")
        : !user.IsCompleted ? (false, "Votre compte n'est pas approuvé")
        : (true, "Votre compte est approuvé");
}

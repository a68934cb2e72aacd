using Benevoclic.Api.Files;
using Benevoclic.Api.Files.Uploads;
using Benevoclic.Api.Hosting.Answers;
using Benevoclic.Api.Identity;
using Benevoclic.Api.Storage;

namespace Benevoclic.Api.Accounts;

/// <summary>A person's picture.</summary>
static class AvatarEndpoints
{
    public static void MapAvatars(this WebApplication app)
    {
        var avatars = app.MapGroup("").WithTags("user");
        avatars
            .MapPatch("/user/{id}/update-avatar", Change)
            .For(Role.Admin, Role.Association, Role.Volunteer)
            .TakesUpload()
            .Answers<UserShape>();
        avatars.MapGet("/user/avatar/{id}", Find).ForAnyone().Answers<string>();
    }

    static async Task<JsonAnswer> Change(
        string id,
        Caller caller,
        HttpRequest request,
        IUsers users,
        PictureUploads uploads,
        Replacement replacement,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        caller.RequireMayActFor(id);
        var before = await users.FindAsync(id, ct) ?? throw AccountChange.Unknown();
        await using var picture = await uploads.ReceiveAsync(request, ct);
        var key = FileKey.OfAvatar(id, picture, clock.GetUtcNow());
        User? after = null;
        await replacement.CarryOutAsync(
            key,
            picture,
            async () =>
            {
                after =
                    await users.ChangeAsync(id, User.Changed(clock, Document.Of(("avatarFileKey", key))), ct)
                    ?? throw AccountChange.Unknown();
                return before.AvatarFileKey;
            },
            ct
        );
        return Answer.Ok(after?.Document);
    }

    /// <summary>Somebody without a picture, and somebody who does not exist, have the address "".</summary>
    static async Task<JsonAnswer> Find(string id, IUsers users, IFiles files, CancellationToken ct) =>
        Answer.Text(files.LinkFor((await users.FindAsync(id, ct))?.AvatarFileKey));
}

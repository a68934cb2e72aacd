using Benevoclic.Api.Identity;
using Benevoclic.Api.Tests.Frame;

namespace Benevoclic.Api.Tests.Associations;

/// <summary>What tests of associations begin with, and how they are refused.</summary>
static class AssociationCalls
{
    public static async Task<(Someone Croix, Someone Ada)> CroixAndAdaAsync(this RunningApi api)
    {
        var croix = Someone.With(api, Role.Association, "croix");
        await api.AskAsync(
            HttpMethod.Post,
            "/association/createAssociation",
            croix,
            new
            {
                email = croix.Email,
                associationName = "Croix",
                city = "Lyon",
            }
        );
        return (croix, Someone.With(api, Role.Volunteer, "ada"));
    }

    public static async Task RefusesAsync(
        this RunningApi api,
        HttpMethod method,
        string address,
        Someone? by,
        string? body,
        int status,
        string message
    )
    {
        var answer = await api.AskAsync(method, address, by, body);
        Assert.Equal(status, (int)answer.Status);
        Assert.Equal(message, answer["message"]);
    }
}

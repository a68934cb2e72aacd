using Benevoclic.Api.Associations;
using Benevoclic.Api.Storage;

namespace Benevoclic.Api.Tests.Associations;

/// <summary>The rules alone, without a store.</summary>
public sealed class AssociationTests
{
    const string Today = "2026-11-22";

    static readonly Person Ada = new("ada", "Ada");

    [Fact]
    public void Who_asks_waits_and_who_is_accepted_no_longer_does()
    {
        var waiting = Of("""{"volunteers":[],"volunteersWaiting":[]}""").AddWaiting(Ada).Changed!;
        Assert.Equal(
            """{"volunteers":[],"volunteersWaiting":[{"volunteerId":"ada","volunteerName":"Ada"}]}""",
            waiting.ToString()
        );

        Assert.Equal(
            """{"volunteers":[{"volunteerId":"ada","volunteerName":"Ada","dateAdded":"2026-11-22"}],"volunteersWaiting":[]}""",
            new Association(waiting).Accept(Ada, Today).Changed!.ToString()
        );
    }

    [Theory]
    [InlineData("""{"volunteers":[{"volunteerId":"ada"}]}""", "Volunteer already exist", "Volunteer already exist")]
    [InlineData("""{"volunteersWaiting":[{"volunteerId":"ada"}]}""", "Volunteer already exist", null)]
    [InlineData("""{"volunteers":[{"volunteerId":"bob"}]}""", null, "Volunteer not exist")]
    [InlineData("""{"volunteers":null,"volunteersWaiting":"x"}""", null, "Volunteer not exist")]
    [InlineData("{}", null, "Volunteer not exist")]
    public void Nobody_is_twice_in_an_association(string stored, string? whenAsking, string? whenAccepting)
    {
        Assert.Equal(whenAsking, Of(stored).AddWaiting(Ada).Refusal);
        Assert.Equal(whenAccepting, Of(stored).Accept(Ada, Today).Refusal);
    }

    [Fact]
    public void Whoever_leaves_goes_with_all_copies_and_nobody_else_does()
    {
        var association = Of(
            """{"volunteers":[{"volunteerId":"ada"},7,{"volunteerId":"bob"},{"volunteerId":"ada"}],"volunteersWaiting":[{"volunteerId":"ada"}]}"""
        );

        Assert.Equal(
            """{"volunteers":[7,{"volunteerId":"bob"}],"volunteersWaiting":[{"volunteerId":"ada"}]}""",
            association.RemoveMember("ada").Changed!.ToString()
        );
        Assert.Equal("Volunteer not exist", association.RemoveWaiting("bob").Refusal);
        Assert.Equal(
            """{"volunteers":[7,{"volunteerId":"bob"}],"volunteersWaiting":[]}""",
            association.Forget("ada").ToString()
        );
    }

    static Association Of(string json) => new(Document.Stored(System.Text.Encoding.UTF8.GetBytes(json)));
}

using Benevoclic.Api.Configuration;
using Microsoft.Extensions.Configuration;

namespace Benevoclic.Api.Tests.Configuration;

public sealed class EdgeTests
{
    [Fact]
    public void On_a_laptop_nothing_has_to_be_set() => Assert.Empty(ProblemsOf());

    [Fact]
    public void In_production_every_edge_that_nobody_chose_is_named_at_once() =>
        Assert.Equal(
            [
                "MONGODB_URL: not set. Set it to keep documents in mongodb, or BENEVOCLIC_STORE=sqlite to keep them on this machine",
                "FIREBASE_PROJECT_ID: not set. Set it to keep accounts in firebase, or BENEVOCLIC_IDENTITY=local to keep them on this machine",
                "AWS_BUCKET_NAME: not set. Set it to keep files in s3, or BENEVOCLIC_FILES=disk to keep them on this machine",
            ],
            ProblemsOf("NODE_ENV=production")
        );

    [Fact]
    public void In_production_the_machine_itself_is_a_choice() =>
        Assert.Empty(
            ProblemsOf(
                "NODE_ENV=production",
                "BENEVOCLIC_STORE=sqlite",
                "BENEVOCLIC_IDENTITY=local",
                "BENEVOCLIC_FILES=disk"
            )
        );

    [Fact]
    public void Half_of_what_an_edge_needs_is_missed_everywhere() =>
        Assert.Equal(
            [
                "FIREBASE_API_KEY: not set, and accounts are kept in firebase",
                "FIREBASE_PRIVATE_KEY: not set, and accounts are kept in firebase",
                "AWS_SECRET_ACCESS_KEY: not set, and files are kept in s3",
            ],
            ProblemsOf(
                "FIREBASE_PROJECT_ID=demo",
                "FIREBASE_CLIENT_EMAIL=a@b",
                "AWS_BUCKET_NAME=b",
                "AWS_REGION=r",
                "AWS_ACCESS_KEY_ID=k"
            )
        );

    [Fact]
    public void The_emulator_needs_no_key() =>
        Assert.Empty(ProblemsOf("FIREBASE_PROJECT_ID=demo", "FIREBASE_AUTH_EMULATOR_HOST=127.0.0.1:9099"));

    [Fact]
    public void A_choice_that_does_not_exist_says_which_do() =>
        Assert.Equal(
            ["BENEVOCLIC_STORE: found \"postgres\", allowed: sqlite, mongodb"],
            ProblemsOf("BENEVOCLIC_STORE=postgres")
        );

    [Theory]
    [InlineData(false)]
    [InlineData(true, "MONGODB_URL=mongodb://x")]
    [InlineData(false, "MONGODB_URL=  ")]
    [InlineData(false, "MONGODB_URL=mongodb://x", "BENEVOCLIC_STORE=sqlite")]
    public void The_sign_chooses_unless_somebody_has_chosen(bool outside, params string[] settings) =>
        Assert.Equal(outside, Edge.Store.IsOutside(Of(settings)));

    static IEnumerable<string> ProblemsOf(params string[] settings) => SettingsSetup.ProblemsOf(Of(settings));

    static IConfiguration Of(string[] settings) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(
                settings.Select(line => line.Split('=', 2)).ToDictionary(pair => pair[0], pair => (string?)pair[1])
            )
            .Build();
}

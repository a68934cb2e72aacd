using Benevoclic.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace Benevoclic.Api.Tests.Frame;

/// <summary>Starts the application with one of the implementations of identity behind it.</summary>
static class TestIdentity
{
    public static async Task<RunningApi> StartAsync(
        IdentityKind kind,
        Action<Microsoft.AspNetCore.Builder.WebApplication>? map = null
    ) => await RunningApi.StartAsync(map, await SettingsForAsync(kind));

    public static async Task<string[]> SettingsForAsync(IdentityKind kind) =>
        kind switch
        {
            IdentityKind.Firebase =>
            [
                "--BENEVOCLIC_IDENTITY=firebase",
                $"--FIREBASE_PROJECT_ID={FirebaseEmulator.Project}",
                $"--FIREBASE_AUTH_EMULATOR_HOST={(await SharedEmulator.GetAsync()).Host}",
            ],
            IdentityKind.LocalInMongo => TestStore.SettingsFor(StoreKind.Mongo, $"test-{Guid.CreateVersion7():N}"),
            _ => [],
        };

    /// <summary>An email that no other test has.</summary>
    public static string NewEmail() => $"zoe.{Guid.CreateVersion7():N}@example.org";

    public static T Get<T>(this RunningApi api)
        where T : notnull => api.App.Services.GetRequiredService<T>();
}

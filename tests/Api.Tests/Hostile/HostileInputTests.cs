using System.Net;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Benevoclic.Api.Accounts;
using Benevoclic.Api.Associations;
using Benevoclic.Api.Hosting.Bodies;
using Benevoclic.Api.Identity;
using Benevoclic.Api.Storage;
using Benevoclic.Api.Tests.Frame;
using Benevoclic.Api.Volunteers;
using CsCheck;
using Microsoft.AspNetCore.Routing;

namespace Benevoclic.Api.Tests.Hostile;

/// <summary>
/// Rubbish at every route that the running application has, from everybody who may call one: never a 500, always an answer in the
/// contract's form, and nothing written by what was refused.
/// </summary>
public sealed class HostileInputTests
{
    const int RequestsPerRoute = 40;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EachStore]
    public async Task No_request_breaks_anything(StoreKind kind)
    {
        await using var api = await RunningApi.StartAsync(
            null,
            TestStore.SettingsFor(kind, $"test-{Guid.CreateVersion7():N}")
        );
        await FillAsync(api);
        var callers = CallersOf(api);
        var requests = RequestsTo(api, callers.Length);
        // Every look at everything that MongoDB holds takes its time, and other tests use the same server.
        var rounds = kind == StoreKind.Sqlite ? RequestsPerRoute : RequestsPerRoute / 8;

        await requests.SampleAsync(
            request => JudgeAsync(api, request, callers[request.Caller]),
            iter: rounds * RoutesOf(api).Count,
            threads: 1
        );

        Assert.Empty(api.Log.Errors);
    }

    static async Task JudgeAsync(RunningApi api, HostileRequest request, Someone? caller)
    {
        // What only reads is not looked at for writing.
        var before = request.Method == "GET" ? null : await Everything.InAsync(api);
        using var message = request.ToMessage(api.Address);
        if (caller is not null)
            message.Headers.Authorization = new("Bearer", caller.Token);
        using var answer = await api.Client.SendAsync(message, Ct);
        var body = await answer.Content.ReadAsStringAsync(Ct);

        Assert.True((int)answer.StatusCode < 500, $"{answer.StatusCode} {body}\n{api.Log.Errors.LastOrDefault()}");
        if (answer.StatusCode >= HttpStatusCode.BadRequest)
        {
            AssertForm((int)answer.StatusCode, body);
            if (before is not null)
                Assert.Equal(before, await Everything.InAsync(api));
        }
        else if (request.Method == "DELETE")
        {
            await FillAsync(api);
        }
    }

    /// <summary>One of the four forms of the contract (1.4 there).</summary>
    static void AssertForm(int status, string body)
    {
        using var json = JsonDocument.Parse(body);
        var names = json.RootElement.EnumerateObject().Select(field => field.Name).ToList();
        string[] full = ["message", "error", "statusCode"];
        string[] bare = ["statusCode", "message"];
        Assert.True(names.SequenceEqual(full) || names.SequenceEqual(bare), body);
        Assert.Equal(status, json.RootElement.GetProperty("statusCode").GetInt32());
    }

    static Gen<HostileRequest> RequestsTo(RunningApi api, int callers) =>
        Gen.OneOf([.. RoutesOf(api).Select(route => RequestsTo(route, callers))]);

    static Gen<HostileRequest> RequestsTo(RouteEndpoint route, int callers)
    {
        var method = route.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods[0];
        var bodies = method == "GET" ? Gen.Const<(string?, byte[])>((null, [])) : HostileBodies.For(FieldsOf(route));
        return Gen.Select(
                HostileTargets.For(route.RoutePattern.RawText!),
                Gen.Frequency((3, Gen.Int[0, 2]), (1, Gen.Int[3, callers - 1])),
                bodies
            )
            .Select((target, caller, body) => new HostileRequest(method, target, caller, body.Item1, body.Item2));
    }

    static IReadOnlyList<HostileField> FieldsOf(RouteEndpoint route) =>
        [
            .. from shape in route.Metadata.OfType<RequestShape>()
            from property in shape.Type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            where !property.IsDefined(typeof(JsonIgnoreAttribute))
            select new HostileField(JsonNamingPolicy.CamelCase.ConvertName(property.Name), property.PropertyType),
        ];

    static List<RouteEndpoint> RoutesOf(RunningApi api) =>
        [.. api.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];

    static Someone?[] CallersOf(RunningApi api) =>
        [
            Someone.With(api, Role.Volunteer, "ada"),
            Someone.With(api, Role.Association, "croix"),
            Someone.With(api, Role.Admin, "eve"),
            null,
            Someone.With(api, null, "nobody"),
            Someone.With(api, Role.Volunteer, "ada") with
            {
                Token = "undefined",
            },
        ];

    /// <summary>Something that the ids of <see cref="HostileTargets"/> lead to.</summary>
    static async Task FillAsync(RunningApi api)
    {
        foreach (var (uid, role) in new[] { ("ada", "VOLUNTEER"), ("croix", "ASSOCIATION"), ("eve", "ADMIN") })
        {
            await api.Get<IUsers>()
                .AddAsync(
                    new(
                        Document.Of(
                            ("userId", uid),
                            ("email", $"{uid}@example.org"),
                            ("role", role),
                            ("avatarFileKey", "")
                        )
                    ),
                    Ct
                );
        }
        await api.Get<IVolunteers>().AddAsync(new(Document.Of(("volunteerId", "ada"))), Ct);
        await api.Get<IAssociations>().AddAsync(new(Document.Of(("associationId", "croix"))), Ct);
    }
}

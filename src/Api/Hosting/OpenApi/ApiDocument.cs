using Benevoclic.Api.Hosting.Bodies;
using Benevoclic.Api.Hosting.Metrics;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Benevoclic.Api.Hosting.OpenApi;

static class ApiDocument
{
    public const string Title = "Benevoclic API";
    public const string JsonRoute = "/swagger-json";
    const string YamlRoute = "/swagger-yaml";
    const string Name = "v1";
    const string Version = "1.0";

    public static void AddApiDocument(this WebApplicationBuilder builder) =>
        builder.Services.AddOpenApi(
            Name,
            document =>
            {
                document.AddDocumentTransformer(DescribeAsync);
                document.AddOperationTransformer(RequestShape.DescribeAsync);
            }
        );

    public static void MapApiDocument(this WebApplication app)
    {
        app.MapOpenApi(JsonRoute).AsOperational();
        app.MapGet(YamlRoute, WriteYaml).ExcludeFromDescription().AsOperational();
    }

    static Task DescribeAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken ct)
    {
        document.Info = new OpenApiInfo { Title = Title, Version = Version };
        // Without an address the page calls the one it came from, which is right behind a proxy too.
        document.Servers = [];
        document.AddComponent(
            "bearer",
            new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                BearerFormat = "JWT",
            }
        );
        return Task.CompletedTask;
    }

    static async Task<ContentHttpResult> WriteYaml(
        [FromKeyedServices(Name)] IOpenApiDocumentProvider documents,
        CancellationToken ct
    )
    {
        var document = await documents.GetOpenApiDocumentAsync(ct);
        var text = await document.SerializeAsYamlAsync(OpenApiSpecVersion.OpenApi3_1, ct);
        return TypedResults.Text(text, "text/yaml; charset=utf-8");
    }
}

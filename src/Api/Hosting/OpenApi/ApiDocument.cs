using Benevoclic.Api.Hosting.Bodies;
using Benevoclic.Api.Hosting.Metrics;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Benevoclic.Api.Hosting.OpenApi;

static class ApiDocument
{
    public const string Title = "Benevoclic API";

    /// <summary>The security scheme's name.</summary>
    public const string Bearer = "bearer";
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
                document.AddOperationTransformer(
                    (operation, context, _) =>
                    {
                        OperationRules.Describe(operation, context);
                        return Task.CompletedTask;
                    }
                );
                document.AddSchemaTransformer(
                    (schema, context, _) =>
                    {
                        SchemaRules.Loosen(schema, context.JsonTypeInfo);
                        return Task.CompletedTask;
                    }
                );
            }
        );

    public static void MapApiDocument(this WebApplication app)
    {
        app.MapOpenApi(JsonRoute).AsOperational();
        app.MapGet(YamlRoute, WriteYaml).ExcludeFromDescription().AsOperational();
    }

    static async Task DescribeAsync(
        OpenApiDocument document,
        OpenApiDocumentTransformerContext context,
        CancellationToken ct
    )
    {
        document.Info = new OpenApiInfo { Title = Title, Version = Version };
        // Without an address the page calls the one it came from, which is right behind a proxy too.
        document.Servers = [];
        document.AddComponent(
            Bearer,
            new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                BearerFormat = "JWT",
            }
        );
        await OperationRules.AddErrorAsync(document, context, ct);
        OperationalPaths.AddTo(document);
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

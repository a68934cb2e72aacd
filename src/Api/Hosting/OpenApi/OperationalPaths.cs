using Microsoft.OpenApi;

namespace Benevoclic.Api.Hosting.OpenApi;

/// <summary>Routes that libraries bring, and that nothing describes: added by hand.</summary>
static class OperationalPaths
{
    public static void AddTo(OpenApiDocument document)
    {
        Add(
            document,
            "/health/ready",
            "health",
            "What the API depends on, and what is wrong with it.",
            "application/json"
        );
        Add(document, "/metrics", "metrics", "Measurements, as Prometheus reads them.", "text/plain");
    }

    static void Add(OpenApiDocument document, string path, string tag, string description, string mediaType)
    {
        var schema = new OpenApiSchema
        {
            Type = mediaType == "text/plain" ? JsonSchemaType.String : JsonSchemaType.Object,
        };
        var operation = new OpenApiOperation
        {
            Tags = new HashSet<OpenApiTagReference> { new(tag, document) },
            Description = description,
            Responses = new OpenApiResponses
            {
                ["200"] = new OpenApiResponse
                {
                    Description = "OK",
                    Content = new Dictionary<string, OpenApiMediaType> { [mediaType] = new() { Schema = schema } },
                },
                ["default"] = OperationRules.Error(document),
            },
        };
        document.Tags ??= new HashSet<OpenApiTag>();
        document.Tags.Add(new OpenApiTag { Name = tag });
        document.Paths.Add(
            path,
            new OpenApiPathItem
            {
                Operations = new Dictionary<HttpMethod, OpenApiOperation> { [HttpMethod.Get] = operation },
            }
        );
    }
}

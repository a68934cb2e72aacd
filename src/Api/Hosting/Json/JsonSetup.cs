using System.Text.Encodings.Web;

namespace Benevoclic.Api.Hosting.Json;

static class JsonSetup
{
    public static void AddJson(this WebApplicationBuilder builder)
    {
        builder.Services.ConfigureHttpJsonOptions(json =>
        {
            // The answers are JSON by content type, never part of a page: accents travel as they are.
            json.SerializerOptions.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
            json.SerializerOptions.Converters.Add(new MillisecondTime());
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, HostingJson.Default);
        });
        // A body that cannot be read becomes an exception that says where, instead of an empty 400.
        builder.Services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;
using Benevoclic.Api.Hosting.Errors;
using Benevoclic.Api.Hosting.Health;

namespace Benevoclic.Api.Hosting.Json;

/// <summary>The bodies of Hosting, prepared at compile time: the first answer after a start needs no reflection.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(HealthBody))]
[JsonSerializable(typeof(ReadinessBody))]
[JsonSerializable(typeof(ErrorBody))]
[JsonSerializable(typeof(ValidationErrorBody))]
[JsonSerializable(typeof(BareErrorBody))]
sealed partial class HostingJson : JsonSerializerContext;

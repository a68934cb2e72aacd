using System.Text.Json;
using System.Text.Json.Serialization;

namespace Benevoclic.Api.Dashboard;

/// <summary>Prepared at compile time, so that the first dashboard is as fast as any.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(AssociationDashboard))]
[JsonSerializable(typeof(IReadOnlyList<TimelineDay>))]
[JsonSerializable(typeof(IReadOnlyList<EventTypeStats>))]
sealed partial class DashboardJson : JsonSerializerContext;

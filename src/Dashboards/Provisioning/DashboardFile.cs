using System.Text.Json;

namespace Benevoclic.Dashboards.Provisioning;

/// <summary>A dashboard as its file has it.</summary>
/// <param name="Uid">Its name in links.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Model">The whole file.</param>
sealed record DashboardFile(string Uid, string Title, JsonElement Model);

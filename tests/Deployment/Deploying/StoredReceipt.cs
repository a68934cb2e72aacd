using System.Text.Json;

namespace Benevoclic.Deployment.Deploying;

/// <summary>What the journal says that users saw.</summary>
sealed record StoredReceipt(JsonElement Json)
{
    /// <exception cref="KeyNotFoundException">The receipt does not know.</exception>
    public long Number(string name) => Json.GetProperty(name).GetInt64();

    public override string ToString() => Json.GetRawText();
}

using System.Text.Json.Nodes;

namespace Benevoclic.Api.Storage.Sqlite;

static class SqliteValues
{
    /// <summary>Any number of texts as one value, for `IN (SELECT value FROM json_each($1))`: the statement stays the same.</summary>
    public static string List(IEnumerable<string> texts) =>
        new JsonArray([.. texts.Select(text => (JsonNode?)text)]).ToJsonString(DocumentWriting.Options);
}

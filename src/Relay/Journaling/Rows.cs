using System.Globalization;
using Benevoclic.Relay.Delivery;
using Microsoft.Data.Sqlite;

namespace Benevoclic.Relay.Journaling;

/// <summary>Reads what <see cref="Sql"/> writes.</summary>
static class Rows
{
    extension(SqliteDataReader row)
    {
        public DateTimeOffset Time(int column) => DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));

        public DateTimeOffset? MaybeTime(int column) => row.IsDBNull(column) ? null : row.Time(column);

        public string? MaybeText(int column) => row.IsDBNull(column) ? null : row.GetString(column);

        public Trouble? MaybeTrouble(int column) => row.IsDBNull(column) ? null : Trouble.Parse(row.GetString(column));

        public long? MaybeNumber(int column) => row.IsDBNull(column) ? null : row.GetInt64(column);

        public bool Yes(int column) => row.GetInt64(column) != 0;

        public T Name<T>(int column)
            where T : struct, Enum => Enum.Parse<T>(row.GetString(column));
    }

    /// <summary>For ids in a statement's text: numbers only, so nothing can be injected.</summary>
    public static string List(IEnumerable<long> ids) =>
        string.Join(',', ids.Select(id => id.ToString(CultureInfo.InvariantCulture)));
}

using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Benevoclic.Api.Hosting.Json;

/// <summary>Instants as JavaScript writes them: UTC, exactly three fraction digits, Z.</summary>
sealed class MillisecondTime : JsonConverter<DateTimeOffset>
{
    const string Format = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetDateTimeOffset();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture));
}

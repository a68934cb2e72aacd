using System.Text;
using System.Text.Json;

namespace Benevoclic.Api.Storage;

/// <summary>
/// Walks through the fields of an object, or the items of a list, without building anything: most of a document goes out as it is.
/// </summary>
/// <param name="json">One object or list in UTF-8, trusted.</param>
ref struct JsonParts(ReadOnlySpan<byte> json)
{
    readonly ReadOnlySpan<byte> _json = json;
    Utf8JsonReader _reader = Entered(json);

    /// <summary>Empty in a list.</summary>
    public ReadOnlySpan<byte> Name { get; private set; }

    /// <summary>As it is written, with everything in it.</summary>
    public ReadOnlySpan<byte> Value { get; private set; }

    public readonly bool IsObject => Value[0] == '{';

    public readonly bool IsList => Value[0] == '[';

    public bool Next()
    {
        if (!_reader.Read() || _reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
            return false;
        Name = default;
        if (_reader.TokenType == JsonTokenType.PropertyName)
        {
            Name = _reader.ValueIsEscaped ? Encoding.UTF8.GetBytes(_reader.GetString()!) : _reader.ValueSpan;
            _reader.Read();
        }
        var start = (int)_reader.TokenStartIndex;
        _reader.Skip();
        Value = _json[start..(int)_reader.BytesConsumed];
        return true;
    }

    public readonly bool IsNamed(ReadOnlySpan<byte> name) => Name.SequenceEqual(name);

    public readonly void WriteTo(Utf8JsonWriter writer)
    {
        writer.WritePropertyName(Name);
        writer.WriteRawValue(Value, skipInputValidation: true);
    }

    static Utf8JsonReader Entered(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        return reader;
    }
}

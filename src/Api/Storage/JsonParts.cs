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

    /// <summary>Null when the value is no text.</summary>
    public readonly string? Text
    {
        get
        {
            var value = new Utf8JsonReader(Value);
            return value.Read() && value.TokenType == JsonTokenType.String ? value.GetString() : null;
        }
    }

    /// <summary>Null when the value is no number.</summary>
    public readonly double? Number
    {
        get
        {
            var value = new Utf8JsonReader(Value);
            return value.Read() && value.TokenType == JsonTokenType.Number ? value.GetDouble() : null;
        }
    }

    /// <summary>The texts in a list; whatever else is in it is passed over.</summary>
    public readonly IReadOnlyList<string> Texts
    {
        get
        {
            var texts = new List<string>();
            var items = new JsonParts(Value);
            while (IsList && items.Next())
            {
                if (items.Text is { } text)
                    texts.Add(text);
            }
            return texts;
        }
    }

    /// <summary>How many items a list has, of whatever kind.</summary>
    public readonly int Count
    {
        get
        {
            var count = 0;
            var items = new JsonParts(Value);
            while (IsList && items.Next())
                count++;
            return count;
        }
    }

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

    public readonly bool IsNamed(string name) => Ascii.Equals(Name, name);

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

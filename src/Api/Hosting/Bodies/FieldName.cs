namespace Benevoclic.Api.Hosting.Bodies;

/// <summary>What a field may be called, at any depth. In BSON a name ends with its first null character.</summary>
static class FieldName
{
    public const string Refused = "A field's name has a null character";

    public static bool IsOne(string name) => !name.Contains('\0');
}

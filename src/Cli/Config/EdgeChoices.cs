namespace Benevoclic.Cli.Config;

/// <summary>
/// Where the API keeps documents, accounts and files: words of its own settings BENEVOCLIC_STORE, _IDENTITY and _FILES. Empty: what
/// its other settings name.
/// </summary>
sealed record EdgeChoices(string Store, string Identity, string Files)
{
    public static readonly EdgeChoices None = new("", "", "");

    public static readonly IReadOnlyList<string> Stores = ["sqlite", "mongodb"];
    public static readonly IReadOnlyList<string> Identities = ["local", "firebase"];
    public static readonly IReadOnlyList<string> FileStores = ["disk", "s3"];
}

namespace Benevoclic.Api.Files;

static class FileLinks
{
    /// <summary>How long an address can be used.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(900);

    extension(IFiles files)
    {
        /// <summary>The address of one file, "" where there is none: what the contract answers for a person without a picture.</summary>
        public string LinkFor(string? key) => string.IsNullOrEmpty(key) ? "" : files.LinksFor([key])[key];
    }
}

namespace Benevoclic.Api.Hosting;

/// <summary>Which release runs here, as the deployment named it in BENEVOCLIC_RELEASE; empty on a developer's machine.</summary>
sealed record Release(string Id)
{
    /// <summary>A deploy's probe reads it on /health: only the new release may open the gate.</summary>
    public const string Header = "X-Benevoclic-Release";

    public bool IsNamed => Id.Length > 0;

    // It becomes a header: a stray line break in an env file must not turn every health answer into a 500.
    public static Release From(IConfiguration configuration) =>
        new(string.Concat((configuration["BENEVOCLIC_RELEASE"] ?? "").Where(c => c is > ' ' and <= '~')));
}

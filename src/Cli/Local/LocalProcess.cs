namespace Benevoclic.Cli.Local;

/// <summary>What to execute for a service.</summary>
/// <param name="Program">Full path.</param>
/// <param name="Arguments">Its arguments, unquoted.</param>
/// <param name="Environment">Laid over our own.</param>
/// <param name="WorkingDirectory">The copy of the service's folder.</param>
sealed record LocalProcess(
    string Program,
    IReadOnlyList<string> Arguments,
    IReadOnlyDictionary<string, string> Environment,
    string WorkingDirectory
);

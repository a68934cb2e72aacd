namespace Benevoclic.Dashboards.Hosting;

/// <summary>The environment is wrong; the message lists all of it.</summary>
sealed class SettingsException(IReadOnlyList<string> problems)
    : Exception(
        $"benevoclic-dashboards cannot start:\n{string.Join('\n', problems.Select(problem => $"  {problem}"))}"
    );

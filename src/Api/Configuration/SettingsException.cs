namespace Benevoclic.Api.Configuration;

/// <summary>The settings do not let the API start. The message lists every problem, one a line.</summary>
sealed class SettingsException(IReadOnlyList<string> problems)
    : Exception(
        string.Join('\n', ["The API cannot start with these settings:", .. problems.Select(line => $"  {line}")])
    );

namespace Benevoclic.Relay.Hosting;

/// <summary>Everything that is wrong with the settings, in words for the person who set them.</summary>
sealed class SettingsException(IReadOnlyList<string> problems)
    : Exception(
        $"""
        benevoclic-relay cannot start, its settings are wrong:
          {string.Join("\n  ", problems)}
        """
    );

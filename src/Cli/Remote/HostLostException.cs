namespace Benevoclic.Cli.Remote;

/// <summary>The connection to a host broke; what it was doing may or may not have happened.</summary>
sealed class HostLostException(string host, Exception cause)
    : Exception($"The connection to {host} broke: {cause.Message}", cause);

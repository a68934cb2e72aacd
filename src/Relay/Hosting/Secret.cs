namespace Benevoclic.Relay.Hosting;

/// <summary>A value that must not be seen: whoever knows the webhook's address can write in the channel.</summary>
readonly record struct Secret(string Value)
{
    public override string ToString() => "[redacted]";
}

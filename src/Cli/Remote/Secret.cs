using System.Text;

namespace Benevoclic.Cli.Remote;

/// <summary>A value that no log, error or screen may show.</summary>
readonly record struct Secret(string Value)
{
    public ReadOnlyMemory<byte> Bytes => Encoding.UTF8.GetBytes(Value);

    public override string ToString() => "[redacted]";
}

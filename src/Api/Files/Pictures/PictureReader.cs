using System.Buffers.Binary;

namespace Benevoclic.Api.Files.Pictures;

/// <summary>Reads a picture's numbers. Whatever would go past the end throws <see cref="EndOfStreamException"/>.</summary>
sealed class PictureReader(Stream content)
{
    public long Position => content.Position;

    public byte Byte() => content.ReadByte() is >= 0 and var value ? (byte)value : throw new EndOfStreamException();

    public ushort BigShort() => BinaryPrimitives.ReadUInt16BigEndian(Read(stackalloc byte[2]));

    public uint BigInt() => BinaryPrimitives.ReadUInt32BigEndian(Read(stackalloc byte[4]));

    public ushort LittleShort() => BinaryPrimitives.ReadUInt16LittleEndian(Read(stackalloc byte[2]));

    public uint LittleInt() => BinaryPrimitives.ReadUInt32LittleEndian(Read(stackalloc byte[4]));

    public void Skip(long count)
    {
        if (count > content.Length - content.Position)
            throw new EndOfStreamException();
        content.Position += count;
    }

    ReadOnlySpan<byte> Read(Span<byte> bytes)
    {
        content.ReadExactly(bytes);
        return bytes;
    }
}

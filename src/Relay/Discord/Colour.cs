namespace Benevoclic.Relay.Discord;

/// <summary>The bar at the left of a card; the value is Discord's RGB number.</summary>
enum Colour
{
    Red = 0xE74C3C,
    Orange = 0xE67E22,
    Green = 0x2ECC71,
    Blue = 0x3498DB,
    Grey = 0x95A5A6,
}

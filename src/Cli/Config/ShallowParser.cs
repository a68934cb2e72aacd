using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Benevoclic.Cli.Config;

/// <summary>Refuses what is nested deeper than any file of ours: YamlDotNet reads nodes by recursion, and would end the process.</summary>
sealed class ShallowParser(IParser inner) : IParser
{
    const int Deepest = 100;
    int _depth;

    public ParsingEvent? Current => inner.Current;

    public bool MoveNext()
    {
        var moved = inner.MoveNext();
        _depth += moved ? inner.Current!.NestingIncrease : 0;
        return _depth <= Deepest
            ? moved
            : throw new YamlException(
                inner.Current!.Start,
                inner.Current.End,
                $"it is nested deeper than {Deepest} levels"
            );
    }
}

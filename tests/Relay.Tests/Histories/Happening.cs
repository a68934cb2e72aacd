using CsCheck;

namespace Benevoclic.Relay.Tests.Histories;

/// <summary>What may happen to the relay, in any order. Who: one of <see cref="Names"/>.</summary>
abstract record Happening
{
    /// <summary>One whose end the relay goes to look at itself, and two whose end Alertmanager gives.</summary>
    public static readonly string[] Names = ["ServerDown", "HighCpu", "SomethingElse"];

    static readonly Gen<string> Anybody = Gen.Int[0, Names.Length - 1].Select(i => Names[i]);

    /// <param name="IsOld">It is a repeat that comes late: the start is the one before.</param>
    public sealed record Fires(string Who, bool IsOld) : Happening;

    public sealed record Ends(string Who) : Happening;

    /// <summary>The relay looks, and it is over.</summary>
    public sealed record IsSeen(string Who) : Happening;

    /// <summary>The relay looks, and sees nothing.</summary>
    public sealed record IsNotSeen(string Who) : Happening;

    /// <summary>The last alert is handled once more, as after a kill between handling it and noting so.</summary>
    public sealed record Repeats : Happening;

    public sealed record Passes(int Seconds) : Happening;

    /// <summary>Discord takes what waits.</summary>
    public sealed record Delivers : Happening;

    /// <summary>Discord refuses for now what is sent next.</summary>
    public sealed record Fails : Happening;

    /// <summary>The relay is killed while it sends the next message.</summary>
    /// <param name="IsStored">Discord has it.</param>
    public sealed record Dies(bool IsStored) : Happening;

    /// <summary>It is killed while it sends nothing.</summary>
    public sealed record Restarts : Happening;

    public static Gen<Happening[]> Histories { get; } =
        Gen.Frequency<Happening>(
            (5, Gen.Select(Anybody, Gen.Bool, (who, isOld) => (Happening)new Fires(who, isOld))),
            (5, Anybody.Select(who => (Happening)new Ends(who))),
            (5, Anybody.Select(who => (Happening)new IsSeen(who))),
            (2, Anybody.Select(who => (Happening)new IsNotSeen(who))),
            (1, Gen.Const((Happening)new Repeats())),
            (3, Gen.Int[2, 400].Select(seconds => (Happening)new Passes(seconds))),
            (4, Gen.Const((Happening)new Delivers())),
            (2, Gen.Const((Happening)new Fails())),
            (2, Gen.Bool.Select(isStored => (Happening)new Dies(isStored))),
            (1, Gen.Const((Happening)new Restarts()))
        ).Array[1, 40];
}

namespace Benevoclic.Deployment;

/// <summary>What is wrong with an image of the API; all else is as in the real one. See BadApi.</summary>
public sealed record Defect
{
    Defect(string name) => Name = name;

    /// <summary>Exit code 3, with a line on its standard error.</summary>
    public static Defect ExitsAtOnce { get; } = new("exits-at-once");

    /// <summary>Takes requests and leaves them waiting.</summary>
    public static Defect NeverAnswers { get; } = new("never-answers");

    public static Defect Answers500 { get; } = new("answers-500");

    /// <summary>Healthy, but names a release that nobody deployed.</summary>
    public static Defect WrongRelease { get; } = new("wrong-release");

    /// <summary>Killed by the kernel as soon as it has used what the container may have.</summary>
    public static Defect EatsMemory { get; } = new("eats-memory");

    /// <summary>Healthy, but has renamed a metric on which an alert rule lives.</summary>
    public static Defect LacksAMetric { get; } = new("lacks-a-metric");

    /// <summary>Healthy, and writes pairs of rows into a SQLite file of its volume as fast as it can.</summary>
    public static Defect NeverRests { get; } = new("never-rests");

    /// <summary>Healthy for 20 s, then 500 to everything. BAD_API_AFTER says another number of seconds.</summary>
    public static Defect TurnsBad { get; } = new("turns-bad");

    public string Name { get; }

    public override string ToString() => Name;
}

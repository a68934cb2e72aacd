namespace Benevoclic.Cli.Swarm;

/// <summary>Why a verb is not there on a swarm, and what to type instead.</summary>
sealed record NotOnSwarm(string Why, string Instead)
{
    public static readonly NotOnSwarm Prune = new(
        "On a swarm old releases go by themselves after each deploy, with their configs and secrets; images lie on every node.",
        "On a node whose disk is full, type: docker image prune --all --filter until=240h"
    );

    public static readonly NotOnSwarm Backup = new(
        "Swarm takes a container that stands still for its picture for a dead one, and starts another on the same data.",
        "docs/SCALING.md says how to save the volumes of the node with the data; the documents are in MongoDB, which has backups of its own."
    );

    public static readonly NotOnSwarm Restore = new(
        "Swarm starts again what is stopped so that its data can be exchanged.",
        "docs/SCALING.md says how to bring volumes back on the node with the data."
    );

    public static readonly NotOnSwarm Drill = new(
        "A drill breaks one container and waits for its alert; on a swarm another one is there before anybody is told.",
        "Where nobody is served yet, on the manager: docker service scale benevoclic_api=0 fires ServerDown; ./benevoclic deploy api brings it back."
    );

    public CommandException Refusal => new(ExitCode.Usage, $"{Why} benevoclic.yaml says engine: swarm.", Instead);
}

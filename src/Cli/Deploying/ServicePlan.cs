using Benevoclic.Cli.Proofs;
using Benevoclic.Cli.Stack;

namespace Benevoclic.Cli.Deploying;

/// <summary>What a deploy would do to one service, and why.</summary>
/// <param name="Service">The service.</param>
/// <param name="Way">How; null when there is nothing to do.</param>
/// <param name="Reasons">What differs, each a line for people; empty when there is nothing to do.</param>
/// <param name="Wanted">The service as it should be.</param>
/// <param name="Image">The image to run.</param>
/// <param name="Facts">The service as it is.</param>
sealed record ServicePlan(
    Service Service,
    Way? Way,
    IReadOnlyList<string> Reasons,
    RenderedService Wanted,
    string Image,
    ServiceFacts Facts
)
{
    /// <summary>The metrics that a new release must have. A release that goes back owes nothing: it must never be in the way.</summary>
    public MetricContract Contract { get; init; } = MetricContract.None;

    public bool HasWork => Way is not null;
}

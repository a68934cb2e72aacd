namespace Benevoclic.Api.Hosting.Limits;

/// <summary>How often something may be tried: so many times at once, and then once in each period.</summary>
sealed record Allowance(int Burst, TimeSpan Each)
{
    public TimeSpan Whole => Each * Burst;
}

using System.Globalization;
using Benevoclic.Api.Hosting;

namespace Benevoclic.Api.Announcements;

/// <summary>Now in Paris, in the form of `dateEvent` and `hoursEvent`: those are compared as text.</summary>
/// <param name="Day">yyyy-MM-dd.</param>
/// <param name="Hour">HH:mm.</param>
sealed record Moment(string Day, string Hour)
{
    public static Moment Now(TimeProvider clock)
    {
        var now = clock.ParisNow();
        return new(
            now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            now.ToString("HH:mm", CultureInfo.InvariantCulture)
        );
    }
}

namespace Benevoclic.Api.Announcements.Searching;

/// <summary>A circle on the ground.</summary>
/// <param name="Radius">Metres, more than 0.</param>
sealed record SearchArea(double Longitude, double Latitude, double Radius)
{
    /// <summary>Metres. The sphere that MongoDB measures on.</summary>
    public const double EarthRadius = 6_378_100;

    const double DegreesAround = 360;

    public bool IsOnEarth => Math.Abs(Longitude) <= 180 && Math.Abs(Latitude) <= 90;

    /// <summary>The radius as an angle, in radians.</summary>
    public double Angle => Radius / EarthRadius;

    /// <summary>Along the surface, in metres (haversine).</summary>
    public static double Distance(double longitude, double latitude, double otherLongitude, double otherLatitude)
    {
        var (phi, otherPhi) = (double.DegreesToRadians(latitude), double.DegreesToRadians(otherLatitude));
        var half = Math.Pow(Math.Sin((otherPhi - phi) / 2), 2);
        var across = Math.Pow(Math.Sin(double.DegreesToRadians(otherLongitude - longitude) / 2), 2);
        var chord = half + (Math.Cos(phi) * Math.Cos(otherPhi) * across);
        return 2 * EarthRadius * Math.Asin(Math.Min(1, Math.Sqrt(chord)));
    }

    public double DistanceTo(double longitude, double latitude) => Distance(Longitude, Latitude, longitude, latitude);

    /// <summary>A box around the circle, in degrees. Near a pole or the date line it is as wide as the map.</summary>
    public (double West, double East, double South, double North) Box()
    {
        // A breath more than the circle: an index rounds.
        var tall = double.RadiansToDegrees(Angle) * 1.001;
        var (south, north) = (Latitude - tall, Latitude + tall);
        if (south <= -90 || north >= 90)
            return (-180, 180, south, north);
        var wide =
            double.RadiansToDegrees(
                Math.Asin(Math.Min(1, Math.Sin(Angle) / Math.Cos(double.DegreesToRadians(Latitude))))
            ) * 1.001;
        var crosses = wide >= DegreesAround / 2 || Longitude - wide < -180 || Longitude + wide > 180;
        return crosses ? (-180, 180, south, north) : (Longitude - wide, Longitude + wide, south, north);
    }
}

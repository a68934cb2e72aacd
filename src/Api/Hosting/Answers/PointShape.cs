namespace Benevoclic.Api.Hosting.Answers;

/// <summary>A place in GeoJSON.</summary>
/// <param name="Type">Always Point.</param>
/// <param name="Coordinates">Longitude, then latitude.</param>
sealed record PointShape(string Type, double[] Coordinates);

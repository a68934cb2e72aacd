namespace Benevoclic.Api.Tests.Routes;

/// <summary>What watches and describes the API, and pictures: their links are signed, and these calls have none.</summary>
static class HostingRows
{
    //  nobody, the volunteer, another volunteer, the association, another association, an administrator
    public static readonly RouteRow[] All =
    [
        new("GET /health", _ => "/health", 200, 200, 200, 200, 200, 200),
        new("GET /health/ready", _ => "/health/ready", 200, 200, 200, 200, 200, 200),
        new("GET /metrics", _ => "/metrics", 200, 200, 200, 200, 200, 200),
        new("GET /swagger-json", _ => "/swagger-json", 200, 200, 200, 200, 200, 200),
        new("GET /swagger-yaml", _ => "/swagger-yaml", 200, 200, 200, 200, 200, 200),
        new("GET /files/{**key}", _ => "/files/avatars/nobody/1-a.png", 403, 403, 403, 403, 403, 403),
    ];
}

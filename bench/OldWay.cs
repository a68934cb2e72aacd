using Benevoclic.Deployment;

namespace Benevoclic.Bench;

/// <summary>How the team's workflows deployed the API before: down, pull, up, and a sleep before they said that it was done.</summary>
sealed class OldWay(TestHost host)
{
    const string Compose = """
        services:
          api:
            image: benevoclic/api:${TAG}
            container_name: benevoclic-api
            restart: unless-stopped
            ports: ["3000:3000"]
            environment:
              ASPNETCORE_URLS: http://0.0.0.0:3000
              NODE_ENV: production
              BENEVOCLIC_STORE: sqlite
              BENEVOCLIC_IDENTITY: local
              BENEVOCLIC_FILES: disk
              BENEVOCLIC_DATA: /home/app/data
            volumes: ["data:/home/app"]
        volumes:
          data:
        """;

    /// <returns>The one SSH session that a workflow opened.</returns>
    public async Task<int?> DeployAsync(string tag)
    {
        await host.Machine.ShellAsync(
            $"""
            mkdir -p /srv/old
            cd /srv/old
            cat >compose.yaml <<'END'
            {Compose}
            END
            export TAG={tag}
            docker compose down
            docker compose pull --quiet
            docker compose up --detach
            sleep 15
            """
        );
        return 1;
    }
}

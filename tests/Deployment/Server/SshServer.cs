namespace Benevoclic.Deployment.Server;

/// <summary>The machine's OpenSSH server, with a host key and a login key of its own.</summary>
public sealed class SshServer(Machine machine)
{
    static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(20);
    const string HostKey = "/etc/ssh/ssh_host_ed25519_key";
    const string LoginKey = "/var/lib/login-key";

    // With its full path: it runs itself again for each connection.
    readonly Daemon _daemon = new(machine, "sshd", "/usr/sbin/sshd", "-D", "-e", "-h", HostKey);

    /// <summary>The private key that opens it, as text.</summary>
    public string PrivateKey { get; private set; } = "";

    /// <summary>Of its host key, as SHA256:…</summary>
    public string Fingerprint { get; private set; } = "";

    public string Log => _daemon.Log;

    /// <param name="privateKey">The key that opens it, when it shall be another server's; null makes one.</param>
    public async Task StartAsync(string? privateKey = null)
    {
        if (PrivateKey.Length == 0)
        {
            if (privateKey is null)
            {
                await machine.RunAsync("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "tests", "-f", LoginKey);
            }
            else
            {
                await File.WriteAllTextAsync(machine.PathOf(LoginKey), privateKey);
                await machine.ShellAsync($"chmod 600 {LoginKey}; ssh-keygen -y -f {LoginKey} >{LoginKey}.pub");
            }
            PrivateKey = await File.ReadAllTextAsync(machine.PathOf(LoginKey));
            await machine.RunAsync("rm", LoginKey);
            await AllowAsync("root", "/root");
            await ChangeHostKeyAsync();
        }
        await _daemon.StartAsync(StartLimit, "bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/22");
    }

    public Task StopAsync() => _daemon.StopAsync();

    /// <summary>Another key, from the next connection on: what a reinstalled server looks like, or somebody else's.</summary>
    public async Task ChangeHostKeyAsync()
    {
        await machine.ShellAsync($"rm -f {HostKey}*; ssh-keygen -q -t ed25519 -N '' -f {HostKey}");
        // "256 SHA256:… root@vps (ED25519)"
        Fingerprint = (await machine.RunAsync("ssh-keygen", "-lf", $"{HostKey}.pub")).Split(' ')[1];
    }

    /// <summary>A person who may log in with the same key.</summary>
    public async Task AddUserAsync(string name, params IReadOnlyList<string> groups)
    {
        await machine.RunAsync(
            "useradd",
            "--create-home",
            "--shell=/bin/bash",
            $"--groups={string.Join(',', groups)}",
            name
        );
        await AllowAsync(name, $"/home/{name}");
    }

    Task AllowAsync(string user, string home) =>
        machine.ShellAsync(
            $"install -d -m 700 -o {user} {home}/.ssh; install -m 600 -o {user} {LoginKey}.pub {home}/.ssh/authorized_keys"
        );
}

namespace Benevoclic.EndToEnd.Relay;

static class Programs
{
    public static string Alertmanager => Needs.Program("alertmanager", "prometheus-alertmanager");

    /// <summary>Unpacked, not installed.</summary>
    public static string NextAlertmanager
    {
        get
        {
            var path = Path.Combine(Repository.Root, "artifacts/tools/alertmanager-trixie/usr/bin/prometheus-alertmanager");
            Assert.SkipUnless(File.Exists(path), "Alertmanager of Debian trixie is not in artifacts/tools; ./test.sh unpacks it");
            return path;
        }
    }
}

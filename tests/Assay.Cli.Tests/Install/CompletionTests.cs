using Assay.Cli.Tests.Support;

namespace Assay.Cli.Tests.Install;

/// <summary>The shells themselves load the scripts and are asked what they offer; absent ones are skipped.</summary>
public sealed class CompletionTests(CompletionTests.Scripts scripts) : IClassFixture<CompletionTests.Scripts>
{
    public static TheoryData<string, string, string> Lines
    {
        get
        {
            (string Line, string Offered)[] lines =
            [
                ("assay pr", "prices"),
                ("assay prices v", "verify"),
                ("assay completions ", "bash fish zsh"),
                ("assay demo --fail-on ", "high low medium"),
                ("assay demo --quiet --csv-table w", "workloads"),
                ("assay explain x --ledger demo --format ", "json table"),
                ("assay iam-policy --with", "--with-logs-and-billing"),
                ("assay prices show --m", "--model"),
                ("assay scan --ledger demo --reg", "--region"),
                ("assay report --ledger kept", "kept.duckdb"),
                ("assay report --since ", ""),
            ];
            var data = new TheoryData<string, string, string>();
            foreach (var (line, offered) in lines)
            {
                foreach (var shell in (string[])["bash", "zsh", "fish"])
                {
                    data.Add(shell, line, offered);
                }
            }

            return data;
        }
    }

    [Theory, MemberData(nameof(Lines))]
    public async Task A_shell_offers_what_can_stand_there(string shell, string line, string offered) =>
        Assert.Equal(offered, string.Join(' ', await OfferedAsync(shell, line)));

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    public async Task Every_verb_is_offered(string shell)
    {
        var page = await scripts.TextAsync("man");
        var verbs = page.Split('\n').Where(line => line.StartsWith(".SS assay ", StringComparison.Ordinal))
            .Select(line => line[".SS assay ".Length..].Replace("\\-", "-", StringComparison.Ordinal).Split(' ')[0])
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        Assert.Equal(verbs, await OfferedAsync(shell, "assay "));
    }

    [Fact]
    public async Task Bash_completes_a_value_after_an_equals_sign() =>
        Assert.Equal(["json"], await OfferedAsync("bash", "assay demo --format = js"));

    private async Task<IReadOnlyList<string>> OfferedAsync(string shell, string line)
    {
        var script = await scripts.FileAsync(shell);
        var words = shell == "bash" ? line.Split(' ') : [line];
        var asking = Path.Combine(AppContext.BaseDirectory, "Outside", "complete." + shell);
        string[] plain = shell == "zsh" ? ["-f"] : [];
        var ran = await (Shell.Bare with { Folder = scripts.Folder })
            .TryAsync(shell, [.. plain, asking, script, .. words]);
        Assert.SkipUnless(ran is not null, $"{shell} is not on this machine");
        Assert.True(ran!.Exit == 0, ran.Error + ran.Out);
        return [.. ran.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)];
    }

    /// <summary>What the program printed, in files; beside them a file to be completed.</summary>
    public sealed class Scripts : IDisposable
    {
        private readonly TempFolder folder = new();

        public Scripts() => File.WriteAllText(folder.Sub("kept.duckdb"), "");

        internal string Folder => folder.Path;

        internal async Task<string> FileAsync(string shell)
        {
            var file = folder.Sub("script." + shell);
            if (!File.Exists(file))
            {
                await File.WriteAllTextAsync(file, await TextAsync("completions", shell));
            }

            return file;
        }

        internal async Task<string> TextAsync(params string[] words) =>
            (await Shell.Bare.RunAsync(words)).EndsWith(0).Out;

        public void Dispose() => folder.Dispose();
    }
}

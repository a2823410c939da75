using System.Globalization;
using System.IO.Compression;
using System.Text;
using Assay.Diagnostics;
using Assay.Sources.TokenTrace;
using Assay.Tests.Support;

namespace Assay.Tests.Sources;

public sealed class TokenTraceTests
{
    private readonly List<Diagnostic> diagnostics = [];

    [Fact]
    public void The_example_reads_as_its_folder_expects()
    {
        var folder = Repository.At("src/Assay.Sources/TokenTrace");
        using var file = File.OpenRead(Path.Combine(folder, "example.calls.jsonl"));
        var calls = new TokenTraceReader("example", diagnostics.Add).Read(file).Select(Say).ToList();
        var said = calls.Concat(diagnostics.Select(each => $"{each.Where}: {each.What}"));
        Assert.Equal(File.ReadAllLines(Path.Combine(folder, "expected.txt")), said);
    }

    /// <summary>Sums that Python's gzip and json took from the same files.</summary>
    [Theory]
    [InlineData("claude-code", 27_012, 3_231_817_168, 11_706_277, 84_730, 50_483_771)]
    [InlineData("mooncake-conversation", 12_031, 144_793_823, 4_122_048, 31_062, 276_491)]
    [InlineData("azure-2023-code", 8_819, 18_059_974, 245_896, 0, 0)]
    public void A_public_trace_is_read_whole(string name, int calls, long input, long output, long runs, long blocks)
    {
        var path = Repository.At($"../shared/data/traces/{name}.calls.jsonl.gz");
        Assert.SkipUnless(File.Exists(path), "the shared traces are not beside this repository");
        using var file = File.OpenRead(path);
        var read = new TokenTraceReader(name, diagnostics.Add).Read(file).ToList();
        Assert.Equal(
            (calls, input, output, runs, blocks),
            (read.Count, read.Sum(call => call.Input.Count), read.Sum(call => call.Output.Count),
                read.Sum(call => call.Prefix?.Runs.Count ?? 0), read.Sum(call => call.Prefix?.Blocks ?? 0)));
        Assert.Empty(diagnostics);
    }

    [Fact]
    public void A_gzip_that_was_cut_off_keeps_what_came_before_and_says_so()
    {
        var line = """{"at":"2026-11-02T08:00:00Z","model":"m","region":"r","caller":"c","input":1,"output":2}""" + "\n";
        var packed = Packed(string.Concat(Enumerable.Range(0, 20_000).Select(_ => line)));
        packed.AsSpan(packed.Length / 2, 40).Fill(0xff);
        var read = new TokenTraceReader("cut", diagnostics.Add).Read(new MemoryStream(packed)).Count();
        Assert.InRange(read, 1, 19_999);
        Assert.NotEmpty(diagnostics);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    public void An_empty_file_has_no_calls(string text) =>
        Assert.Empty(new TokenTraceReader("empty", diagnostics.Add).Read(new MemoryStream(Encoding.UTF8.GetBytes(text))));

    [Fact]
    public void No_diagnostic_holds_text_of_a_line()
    {
        const string canary = "canary-7f3a";
        var lines = $"{canary}\n{{\"at\":\"{canary}\"}}\n{{\"model\":[\"{canary}\"]}}\n";
        _ = new TokenTraceReader("hostile", diagnostics.Add).Read(new MemoryStream(Encoding.UTF8.GetBytes(lines))).Count();
        Assert.Equal(3, diagnostics.Count);
        Assert.DoesNotContain(diagnostics, each => each.ToString().Contains(canary, StringComparison.Ordinal));
    }

    private static byte[] Packed(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }

    private static string Say(TracedCall call) => string.Create(
        CultureInfo.InvariantCulture,
        $"call {call.Line}: {call.At:yyyy-MM-ddTHH:mm:ss} {call.Model} {call.Caller} {call.Input} {call.Output} "
            + $"read {call.CacheRead?.ToString() ?? "?"} blocks {call.Prefix?.Blocks.ToString(CultureInfo.InvariantCulture) ?? "?"}");
}

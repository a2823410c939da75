using System.IO.Compression;
using System.Text;
using Assay.Diagnostics;
using Assay.Sources;
using Assay.Tests.Support;

namespace Assay.Tests.Sources;

/// <summary>Files as nobody should deliver them: what is good in them is kept, the rest is counted and named.</summary>
public sealed class HostileInputTests
{
    private const string Body = """{"messages":[{"role":"user","content":[{"text":"Hi"}]}]}""";

    private static string Good(int id) => Some.LogRecord(Body, id: id);

    /// <summary>Lines that are no call, each between two that are.</summary>
    public static TheoryData<string, string> Bad => new()
    {
        { "{\"schemaType\":", "the line is no JSON, or nested too deep" },
        { "not json", "the line is no JSON, or nested too deep" },
        { "[1,2]", "neither an invocation-log record nor a call of a token trace" },
        { "7", "neither an invocation-log record nor a call of a token trace" },
        { Good(9).Replace("\"inputTokenCount\":100", "\"inputTokenCount\":-1"), "input.inputTokenCount is no count" },
        { Good(9).Replace("\"inputTokenCount\":100", "\"inputTokenCount\":1.5"), "input.inputTokenCount is no count" },
        { Good(9).Replace("\"inputTokenCount\":100", "\"inputTokenCount\":100000000000000000000"), "input.inputTokenCount is no count" },
        { Good(9).Replace("\"inputTokenCount\":100", "\"inputTokenCount\":\"100\""), "input.inputTokenCount is no count" },
        { Good(9).Replace("\"outputTokenCount\":10", "\"outputTokenCount\":1e99"), "output.outputTokenCount is no count" },
        { Good(9).Replace("2026-11-02T08:00:00Z", "2026-13-02T08:00:00Z"), "timestamp can't be read as a time" },
        { Good(9).Replace("\"schemaVersion\":\"1.0\"", "\"schemaVersion\":\"2.0\""), "schemaVersion is not 1.x" },
        { Good(9).Replace("\"requestId\"", "\"requestID\""), "requestId is missing" },
        { Good(9).Replace("\"region\":\"us-east-1\"", "\"region\":7"), "region is missing" },
        { Good(9).Replace(Body, Deep(10_000)), "the line is no JSON, or nested too deep" },
        { Good(9).Replace("\"text\":\"Hi\"", "\"text\":\"H\u0000i\""), "the line is no JSON, or nested too deep" },
        { Good(9).Replace("\"text\":\"Hi\"", "\"text\":\"\\x\""), "the line is no JSON, or nested too deep" },
        { Good(9).Replace("\"text\":\"Hi\"", "\"text\":tru"), "the line is no JSON, or nested too deep" },
        { Good(9).Replace("\"text\":\"Hi\"", "\"text\":01"), "the line is no JSON, or nested too deep" },
        { Good(9)[..^1], "the line is no JSON, or nested too deep" },
        { Good(9) + "}", "the line is no JSON, or nested too deep" },
    };

    [Theory, MemberData(nameof(Bad))]
    public void A_line_that_is_no_call_is_named_and_its_neighbours_are_kept(string line, string what)
    {
        foreach (var isStrict in (bool[])[false, true])
        {
            var read = ReadCalls.Of($"{Good(1)}\n{line}\n{Good(2)}\n", isStrict);
            var kept = line == Good(9) + "}" ? 3 : 2;
            Assert.Equal(kept, read.Calls.Count);
            Assert.Equal([("file:2", what)], read.Diagnostics.Select(each => (each.Where, each.What)));
            Assert.Equal((kept + 1L, 1L), (read.Result.Records, read.Result.Rejected));
        }
    }

    /// <summary>Forms that are unusual and still say what they say.</summary>
    [Fact]
    public void Odd_ways_to_write_a_record_are_read()
    {
        var record = Good(1);
        string[] texts =
        [
            "\uFEFF" + record, record + "\r\n", "\n\n  " + record + "\n\n", record.Replace("\"input\":", "\"inp\\u0075t\":"),
            record.Replace(",\"", ",\n  \"").Replace("{\"", "{\n  \""),
            record.Replace("\"modelId\"", "\"modelId\":\"other\",\"modelId\""),
            record.Replace("\"text\":\"Hi\"", "\"text\":\"\uD83D\uDE00 é\""),
        ];
        foreach (var text in texts)
        {
            var call = Assert.Single(ReadCalls.Of(text).Calls);
            Assert.Equal((Some.Sonnet, 100L), (call.ModelId, call.Input!.Value));
        }

        var invalid = Encoding.Latin1.GetBytes(record.Replace("\"text\":\"Hi\"", "\"text\":\"\u00ff\u00fe\""));
        Assert.Single(ReadCalls.Of(invalid).Calls);
        Assert.Single(ReadCalls.Of(ReadCalls.Gzip(record)).Calls);
        Assert.Equal(3, ReadCalls.Of($"{Good(1)}{Good(2)} {Good(3)}").Calls.Count);
    }

    [Fact]
    public void A_gzip_of_several_members_is_one_text()
    {
        byte[] members =
            [.. ReadCalls.Gzip(Good(1) + "\n"), .. ReadCalls.Gzip(""), .. ReadCalls.Gzip(Good(2) + "\n" + Good(3)[..40]), .. ReadCalls.Gzip(Good(3)[40..])];
        foreach (var isStrict in (bool[])[false, true])
        {
            var read = ReadCalls.Of(members, isStrict);
            Assert.Equal(3, read.Calls.Count);
            Assert.True(read.Result.IsWhole);
        }
    }

    /// <summary>Every damage keeps what comes before it and is told; the fast and the strict way agree.</summary>
    [Fact]
    public void A_damaged_gzip_keeps_what_comes_before_the_damage()
    {
        var text = string.Concat(Enumerable.Range(1, 2_000).Select(id => Good(id) + "\n"));
        var packed = ReadCalls.Gzip(text);
        byte[] crc = [.. packed];
        crc[^6] ^= 0xff;
        byte[] middle = [.. packed];
        middle.AsSpan(packed.Length / 2, 40).Fill(0xff);
        foreach (var (bytes, least) in ((byte[], int)[])
            [(packed[..(packed.Length / 2)], 500), (middle, 100), (crc, 1_900), ([.. packed, .. "garbage"u8], 2_000)])
        {
            foreach (var isStrict in (bool[])[false, true])
            {
                var read = ReadCalls.Of(bytes, isStrict);
                Assert.InRange(read.Calls.Count, least, 2_000);
                Assert.Equal(read.Calls.Count, read.Calls.DistinctBy(call => call.Id).Count());
            }
        }

        Assert.False(ReadCalls.Of(packed[..(packed.Length / 2)]).Result.IsWhole);
        Assert.NotEmpty(ReadCalls.Of(crc).Diagnostics);
    }

    /// <summary>
    /// A file that is cut off anywhere, or that goes on behind its last member, is told, whichever library inflates it.
    /// </summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_follows_a_gzip_or_is_missing_from_it_is_told(bool isStrict)
    {
        using var reader = new CallReader(ReadCalls.Key, new ReaderOptions(IsStrict: isStrict));
        var one = ReadCalls.Gzip(Good(1) + "\n");
        byte[] two = [.. one, .. ReadCalls.Gzip(Good(2) + "\n")];
        var noise = new byte[20_000];
        new Random(1).NextBytes(noise);
        noise[0] = 0;
        foreach (var (packed, calls) in (ReadOnlySpan<(byte[], int)>)[(one, 1), (two, 2)])
        {
            Assert.True(ReadCalls.With(reader, packed).Result.IsWhole);
            foreach (var more in (byte[][])[[0], [0x1f], [0x1f, 0x8b], .. new[] { "x"u8.ToArray(), new byte[512], noise }])
            {
                var read = ReadCalls.With(reader, [.. packed, .. more]);
                Assert.Equal(calls, read.Calls.Count);
                Assert.Contains(read.Diagnostics, each => each.What.Contains("it is damaged or cut off"));
                Assert.False(read.Result.IsWhole);
            }
        }

        // Cut anywhere but between two members, where nobody can see it.
        for (var length = 3; length < two.Length; length++)
        {
            Assert.Equal(length == one.Length, ReadCalls.With(reader, two[..length]).Result.IsWhole);
        }
    }

    [Theory]
    [InlineData(0u)]
    [InlineData(7u)]
    [InlineData(uint.MaxValue)]
    public void A_size_that_lies_changes_nothing(uint told)
    {
        var packed = ReadCalls.Gzip(string.Concat(Enumerable.Range(1, 500).Select(id => Good(id) + "\n")));
        BitConverter.GetBytes(told).CopyTo(packed, packed.Length - 4);
        // zlib holds the size against the text and calls it damage, after all of the text came.
        Assert.Equal(500, ReadCalls.Of(packed).Calls.Count);
    }

    [Fact]
    public void A_record_of_more_than_64_MiB_is_named_and_the_next_is_read()
    {
        var huge = Some.LogRecord("{\"prompt\":\"" + new string('x', 65 << 20) + "\"}", id: 2);
        var read = ReadCalls.Of(ReadCalls.Gzip($"{Good(1)}\n{huge}\n{Good(3)}\n"));
        Assert.Equal(2, read.Calls.Count);
        Assert.Equal([("file:2", "the record is longer than 64 MiB")], read.Diagnostics.Select(each => (each.Where, each.What)));
    }

    [Fact]
    public void A_bomb_is_left_after_a_gigabyte_without_a_line()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(Good(1) + "\n{\"a\":\""));
            var zeros = Enumerable.Repeat((byte)'x', 1 << 20).ToArray();
            for (var i = 0; i < 1_300; i++)
            {
                gzip.Write(zeros);
            }
        }

        // Of this thread: other tests run beside this one.
        var bomb = packed.ToArray();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var read = ReadCalls.Of(bomb);
        Assert.Single(read.Calls);
        Assert.False(read.Result.IsWhole);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1L << 20, 400L << 20);
    }

    [Fact]
    public void A_record_of_another_account_than_its_folder_is_rejected()
    {
        const string folder = "AWSLogs/999999999999/BedrockModelInvocationLogs/us-east-1/2026/11/02/08/x.json.gz";
        var read = ReadCalls.Of(Encoding.UTF8.GetBytes(Good(1)), place: folder);
        Assert.Empty(read.Calls);
        Assert.Equal("the record is of another account or Region than its folder", Assert.Single(read.Diagnostics).What);
        Assert.Single(ReadCalls.Of(Encoding.UTF8.GetBytes(Good(1)), place: folder.Replace("999999999999", Some.Account)).Calls);
    }

    [Fact]
    public void What_is_no_record_and_no_fault_is_passed_over()
    {
        var read = ReadCalls.Of("Permissions are correctly set for Amazon Bedrock logs.\n" + Good(1));
        Assert.Single(read.Calls);
        Assert.Empty(read.Diagnostics);
        Assert.False(Assay.Calls.CallFile.IsRecords("a/amazon-bedrock-logs-permission-check"));
        Assert.False(Assay.Calls.CallFile.IsRecords("2026/11/02/13/data/1_input.json.gz"));
        Assert.True(Assay.Calls.CallFile.IsRecords("2026/11/02/13/1_input.json.gz"));
    }

    [Fact]
    public void No_diagnostic_holds_text_of_a_record()
    {
        const string canary = "canary-7f3a";
        var lines = $"{canary}\n{{\"at\":\"{canary}\",\"caller\":1}}\n{Good(1).Replace("\"100\"", canary).Replace(":100}", $":\"{canary}\"}}")}\n"
            + Good(2).Replace(Body, $"{{\"messages\":\"{canary}") + "\n";
        var read = ReadCalls.Of(lines);
        Assert.Equal(4, read.Diagnostics.Count);
        Assert.DoesNotContain(read.Diagnostics, each => each.ToString().Contains(canary, StringComparison.Ordinal));
    }

    private static string Deep(int depth) =>
        "{\"messages\":" + new string('[', depth) + new string(']', depth) + "}";
}

using System.Text;
using Assay.Calls;
using Assay.Tests.Support;

namespace Assay.Tests.Sources;

/// <summary>What becomes of records: examples that a person can check, and sums that Python took.</summary>
public sealed class CallReaderTests
{
    public static TheoryData<string, string> Examples => new()
    {
        { "InvocationLog", "example.jsonl" }, { "TokenTrace", "example.calls.jsonl" },
    };

    [Theory, MemberData(nameof(Examples))]
    public void The_example_reads_as_its_folder_expects(string source, string file)
    {
        var folder = Repository.At("src/Assay.Sources/" + source);
        var read = ReadCalls.Of(File.ReadAllBytes(Path.Combine(folder, file)), place: "example");
        var said = read.Calls.SelectMany(call => read.Say(call).Split('\n'))
            .Concat(read.Diagnostics.Select(each => $"{each.Where}: {each.What}"));
        Compare(Path.Combine(folder, "expected.txt"), said);
    }

    /// <summary>The rows were held against the records by eye; no two of them have the same form.</summary>
    [Fact]
    public void Every_record_example_has_the_row_that_stands_beside_this_test()
    {
        var folder = Repository.At("../shared/data/invocation-logs/record-examples");
        Assert.SkipUnless(Directory.Exists(folder), "the shared records are not beside this repository");
        var said = new List<string>();
        foreach (var path in Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            var read = ReadCalls.Of(File.ReadAllBytes(path), place: Path.GetFileName(path));
            said.Add(Path.GetFileName(path));
            said.AddRange(read.Calls.SelectMany(call => read.Say(call).Split('\n')));
            said.AddRange(read.Diagnostics.Select(each => $"{each.Where}: {each.What}"));
        }

        Compare(Repository.At("tests/Assay.Tests/Sources/record-examples.expected.txt"), said);
    }

    /// <summary>Sums that Python's gzip and json took from the same files.</summary>
    [Theory]
    [InlineData("claude-code", 27_012, 3_231_817_168, 11_706_277, 50_483_771)]
    [InlineData("mooncake-conversation", 12_031, 144_793_823, 4_122_048, 276_491)]
    [InlineData("azure-2023-code", 8_819, 18_059_974, 245_896, 0)]
    public void A_public_trace_is_read_whole(string name, int calls, long input, long output, long blocks)
    {
        var path = Repository.At($"../shared/data/traces/{name}.calls.jsonl.gz");
        Assert.SkipUnless(File.Exists(path), "the shared traces are not beside this repository");
        var read = ReadCalls.Of(File.ReadAllBytes(path));
        Assert.Equal(
            (calls, input, output, blocks),
            (read.Calls.Count, read.Calls.Sum(call => call.Input ?? 0), read.Calls.Sum(call => call.Output ?? 0),
                read.Calls.Sum(call => (long)(call.LeafBlocks ?? 0))));
        Assert.Empty(read.Diagnostics);
        // Lines that are equal are two calls all the same.
        Assert.Equal(calls, read.Calls.DistinctBy(call => call.Id).Count());
    }

    [Fact]
    public void Runs_of_a_trace_share_nodes_whichever_call_came_first()
    {
        const string line = """{"at":"2026-11-02T08:00:00Z","model":"m.x","region":"r","caller":"c","session":"s","input":1,"output":1,"prefix":{"size":64,"scope":"session","runs":RUNS}}""";
        string[] runs = ["[[1,5]]", "[[1,3],[90,2]]", "[[1,2],[3,4]]", "[[1,3],[90,4],[7,1]]"];
        var forward = ReadCalls.Of(string.Join("\n", runs.Select(run => line.Replace("RUNS", run))));
        var backward = ReadCalls.Of(string.Join("\n", runs.Reverse().Select(run => line.Replace("RUNS", run))));
        // 1..6 is one run, whether it is written in one piece or in two; 90 leaves it after three blocks.
        Assert.Equal(
            [(0, 1L, 6), (3, 90L, 4), (7, 7L, 1)],
            Longest(forward.Nodes).Select(node => (node.Depth, node.Content, node.Count)));
        Assert.Equal(Longest(forward.Nodes), Longest(backward.Nodes));
        Assert.Equal([5, 5, 6, 8], forward.Calls.Select(call => call.LeafBlocks!.Value));
    }

    [Fact]
    public void The_same_text_is_the_same_block_whichever_api_and_escape_it_comes_in()
    {
        var converse = Log("""{"system":[{"text":"Be kind\nand é/brief"},{"cachePoint":{"type":"default"}}],"messages":[{"role":"user","content":[{"text":"Hi"}]}]}""");
        var spaced = Log("""{ "messages" : [ {"content":[{"text":"Hi"}], "role":"user"} ], "system":[{"text":"Be kind\nand \u00e9\/brief"}]}""");
        var anthropic = Log("""{"system":"Be kind\nand é/brief","messages":[{"role":"user","content":"Hi"}]}""");
        var marked = Log("""{"system":[{"type":"text","text":"Be kind\nand é/brief","cache_control":{"type":"ephemeral","ttl":"1h"}}],"messages":[{"role":"user","content":[{"type":"text","text":"Hi"}]}]}""");
        Assert.Single(((CallEntry[])[converse, spaced, anthropic, marked]).DistinctBy(call => call.Leaf));
        Assert.Equal(["1:5m", "", "", "1:1h"], ((CallEntry[])[converse, spaced, anthropic, marked]).Select(call => call.CachePoints));
        Assert.NotEqual(converse.Leaf, Log("""{"system":[{"text":"Be kind"}],"messages":[{"role":"user","content":[{"text":"Hi"}]}]}""").Leaf);
    }

    [Fact]
    public void A_tool_keeps_the_prefix_with_a_mark_or_spaces_and_breaks_it_with_another_order_of_keys()
    {
        const string rest = ""","messages":[{"role":"user","content":"Hi"}]}""";
        var plain = Log("""{"tools":[{"name":"a","input_schema":{"type":"object","required":["x"]}}]""" + rest);
        var marked = Log("""{"tools":[{"name":"a","input_schema": {"type":"object", "required":["x"]},"cache_control":{"type":"ephemeral"}}]""" + rest);
        var shuffled = Log("""{"tools":[{"name":"a","input_schema":{"required":["x"],"type":"object"}}]""" + rest);
        Assert.Equal(plain.Leaf, marked.Leaf);
        Assert.NotEqual(plain.Leaf, shuffled.Leaf);
        Assert.Equal(["[\"a\"]", "[\"a\"]"], ((CallEntry[])[plain, marked]).Select(call => call.ToolsOffered));
    }

    /// <summary>An embedded date, time, number or id changes the block, and not what the block is an instance of.</summary>
    [Theory]
    [InlineData("Today is Monday, 2 November 2026.", "Today is Friday, 27 March 2027.", true)]
    [InlineData("It is 2026-11-02T08:00:00Z now", "It is 2027-03-27T23:59:59Z now", true)]
    [InlineData("Request 351e9e06-6364-7ecf-1179-3d7bddc11dd6\\n2024", "Request 00000000-aaaa-bbbb-cccc-3d7bddc11dd7\\n1", true)]
    [InlineData("Nov 2, 2026", "May 14, 2027", true)]
    [InlineData("You may ask 3 times", "You can ask 3 times", false)]
    [InlineData("no digits", "no numbers", false)]
    public void A_skeleton_is_tolerant_of_what_changes_each_time(string one, string other, bool isSame)
    {
        CallEntry[] calls =
        [
            Log($$"""{"system":"{{one}}","messages":[{"role":"user","content":"Hi"}]}"""),
            Log($$"""{"system":"{{other}}","messages":[{"role":"user","content":"Hi"}]}"""),
        ];
        Assert.NotEqual(calls[0].Leaf, calls[1].Leaf);
        Assert.Equal(isSame, calls[0].Skeleton == calls[1].Skeleton);
    }

    /// <summary>A prompt that repeats the answer passes the node that the answer named, however it was delivered.</summary>
    [Theory]
    [InlineData("""{"output":{"message":{"role":"assistant","content":[{"text":"Yes\n"},{"toolUse":{"toolUseId":"t1","name":"look","input":{"a":1}}}]}}}""")]
    [InlineData("""[{"messageStart":{"role":"assistant"}},{"contentBlockDelta":{"delta":{"text":"Ye"},"contentBlockIndex":0}},{"contentBlockDelta":{"delta":{"text":"s\n"},"contentBlockIndex":0}},{"contentBlockStop":{"contentBlockIndex":0}},{"contentBlockStart":{"start":{"toolUse":{"toolUseId":"t1","name":"look"}},"contentBlockIndex":1}},{"contentBlockDelta":{"delta":{"toolUse":{"input":"{\"a\": "}},"contentBlockIndex":1}},{"contentBlockDelta":{"delta":{"toolUse":{"input":"1}"}},"contentBlockIndex":1}},{"contentBlockStop":{"contentBlockIndex":1}},{"messageStop":{"stopReason":"tool_use"}}]""")]
    [InlineData("""{"type":"message","content":[{"type":"text","text":"Yes\n"},{"type":"tool_use","id":"t1","name":"look","input":{"a":1}}],"stop_reason":"tool_use"}""")]
    [InlineData("""[{"type":"message_start","message":{"usage":{"input_tokens":3}}},{"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}},{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"Yes\n"}},{"type":"content_block_stop","index":0},{"type":"content_block_start","index":1,"content_block":{"type":"tool_use","id":"t1","name":"look","input":{}}},{"type":"content_block_delta","index":1,"delta":{"type":"input_json_delta","partial_json":"{\"a\":1}"}},{"type":"content_block_stop","index":1},{"type":"message_delta","delta":{"stop_reason":"tool_use"},"usage":{"output_tokens":13}}]""")]
    public void An_answer_is_found_again_in_the_prompt_that_repeats_it(string answer)
    {
        const string first = """{"messages":[{"role":"user","content":[{"text":"Go?"}]}]}""";
        const string then = """{"messages":[{"role":"user","content":[{"text":"Go?"}]},{"role":"assistant","content":[{"text":"Yes\n"},{"toolUse":{"name":"look","input":{"a":1},"toolUseId":"t1"}}]},{"role":"user","content":[{"toolResult":{"toolUseId":"t1","content":[{"text":"ok"}]}}]}]}""";
        var asked = Log(first, answer);
        var read = ReadCalls.Of(LogText(then));
        Assert.Equal("[\"look\"]", asked.ToolsUsed);
        Assert.Contains(read.Nodes, node => node.Id == asked.AnswerLeaf);
    }

    private static IEnumerable<ShapeNode> Longest(IEnumerable<ShapeNode> nodes) =>
        nodes.GroupBy(node => node.Id).Select(group => group.MaxBy(node => node.Count)).OrderBy(node => node.Depth);

    private static CallEntry Log(string request, string answer = "{}") =>
        Assert.Single(ReadCalls.Of(LogText(request, answer)).Calls);

    private static string LogText(string request, string answer = "{}") => Some.LogRecord(request, answer);

    private static void Compare(string file, IEnumerable<string> said)
    {
        List<string> lines = [.. said];
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(file, string.Join("\n", lines) + "\n", new UTF8Encoding(false));
        }

        Assert.Equal(File.ReadAllLines(file), lines);
    }
}

using Assay.Tests.Support;

namespace Assay.Tests.Sources;

/// <summary>What repeats earlier bytes of a file is not read again, and comes out as if it were.</summary>
public sealed class RepeatTests
{
    private static readonly string Long = string.Concat(Enumerable.Repeat("Lorem ipsum dolor sit amet. ", 12));

    private static readonly string Spaces = new(' ', 130);

    /// <summary>Prompts of the records of a file, one after the other.</summary>
    public static TheoryData<string, string[]> Files => new()
    {
        { "a text and the same text", [Text(Long), Text(Long)] },
        { "a text and one that goes on", [Text(Long), Text(Long + "x"), Text(Long)] },
        { "a text and one that is shorter", [Text(Long + "xyz"), Text(Long)] },
        { "an escape where the other text ends", [Text(Long), Text(Long + "\\\"")] },
        { "texts that differ far on", [Text(Long + Long + "a"), Text(Long + Long + "b")] },
        { "an object, and a text with its bytes", [Item("{" + Spaces + "\"text\":\"a\"}"), Item("{\"text\":\"{" + Spaces + "\"}")] },
        { "a text with the bytes of an object, and the object", [Item("{\"text\":\"{" + Spaces + "\"}"), Item("{" + Spaces + "\"text\":\"a\"}")] },
        { "the same content as a text and as a tool's result", [Text(Long), Item("{\"toolResult\":{\"content\":\"" + Long + "\"}}")] },
        { "one value as two kinds of block", [Item("{\"type\":\"text\",\"text\":\"" + Long + "\"}"), Item("{\"type\":\"image\",\"text\":\"" + Long + "\"}")] },
        { "with a cache mark and without", [Item("{\"type\":\"image\",\"x\":\"" + Long + "\",\"cache_control\":{}}"), Item("{\"type\":\"image\",\"x\":\"" + Long + "\"}")] },
        { "deeper than before", [Nested(20), Nested(300), Nested(505), Nested(480)] },
        { "short items that differ in one text", [Items("a", "b", "", "c\\n", "d", new string('e', 40), "f")] },
        { "short items with another between", ["{\"messages\":[{\"content\":[{\"text\":\"a\"},7,{\"text\":\"b\"},[],{\"text\":\"c\"} ,{\"text\":\"d\"}]}]}"] },
        { "short items in lists of lists", ["{\"messages\":[{\"content\":[{\"x\":[{\"a\":\"b\"},{\"a\":\"c\"}],\"text\":\"d\"},{\"x\":[{\"a\":\"e\"},{\"a\":\"c\"}],\"text\":\"f\"}]}]}"] },
    };

    [Theory, MemberData(nameof(Files))]
    public void A_file_that_repeats_itself_reads_as_the_strict_path_reads_it(string what, string[] prompts)
    {
        var text = string.Join("\n", prompts.Concat(prompts).Select((prompt, i) => Some.LogRecord(prompt, id: i + 1)));
        Assert.Equal(ReadCalls.Of(text, isStrict: true).Everything(), ReadCalls.Of(text).Everything());
        Assert.NotEmpty(what);
    }

    /// <summary>A stream moves through one buffer, so earlier bytes are overwritten.</summary>
    [Fact]
    public void Repeats_across_a_window_that_moves_are_found_or_not_but_never_wrong()
    {
        var text = string.Join("\n", Enumerable.Range(1, 3_000).Select(
            i => Some.LogRecord(Text(Long + (i % 5) + Long), id: i)));
        var bytes = ReadCalls.Gzip(string.Join("\n", Enumerable.Repeat(text, 3)));
        Assert.Equal(ReadCalls.Of(bytes, isStrict: true).Everything(), ReadCalls.Of(bytes).Everything());
    }

    private static string Text(string text) => Item("{\"text\":\"" + text + "\"}");

    private static string Item(string item) => "{\"messages\":[{\"role\":\"user\",\"content\":[" + item + "]}]}";

    private static string Items(params string[] texts) =>
        Item(string.Join(",", texts.Select(text => "{\"text\":\"" + text + "\"}")));

    /// <summary>The same long object below so many lists: too deep where they are many.</summary>
    private static string Nested(int lists) =>
        "{\"prompt\":" + new string('[', lists) + "{\"a\":[[{\"b\":\"" + Long + "\"}]]}" + new string(']', lists) + "}";
}

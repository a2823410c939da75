using System.Globalization;
using System.Text;
using Assay.Sources;
using Assay.Tests.Support;

namespace Assay.Tests.Sources;

/// <summary>
/// The strict path, which is the framework's reader and zlib, judges the fast one on records and files that were
/// damaged at random. <c>ASSAY_FUZZ</c> sets how many; <c>./test --long</c> asks for ten million.
/// </summary>
public sealed class FuzzTests
{
    private static readonly string[] Tokens =
    [
        "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u00e9", "\\u12", "\\/", "null", "true", "-1", "1e5", "0.5", "00",
        " ", "\n", "\r\n", "\t", "\0", "é", "\u2028", "{}", "[]", "\"a\":1", "\"text\":", "\"content\":[", "1e400",
        "123456789012345678901234567890", "\"usage\":{\"inputTokens\":-5}", "\"inputTokenCount\":7",
    ];

    private static int Records => int.TryParse(
        Environment.GetEnvironmentVariable("ASSAY_FUZZ"), NumberStyles.None, CultureInfo.InvariantCulture, out var n)
        ? n
        : 20_000;

    [Fact]
    public void The_fast_path_and_the_strict_one_agree_on_every_mutated_record()
    {
        using var fast = new CallReader(ReadCalls.Key, new ReaderOptions());
        using var strict = new CallReader(ReadCalls.Key, new ReaderOptions(IsStrict: true));
        var seeds = Seeds();
        var random = new Random(20261126);
        for (var i = 0; i < Records; i += 8)
        {
            // Several records a file, because a damaged one must not take its neighbours with it; in every other file
            // of one seed, because what repeats is not read twice.
            var one = i % 16 == 0 ? seeds[random.Next(seeds.Count)] : null;
            var text = string.Join(
                "\n", Enumerable.Range(0, 8).Select(_ => Mutated(one ?? seeds[random.Next(seeds.Count)], random)));
            var bytes = Encoding.UTF8.GetBytes(text);
            Assert.Equal(
                ReadCalls.With(strict, bytes).Everything(), ReadCalls.With(fast, bytes).Everything());
        }
    }

    [Fact]
    public void A_mutated_gzip_gives_no_call_that_the_whole_one_does_not_have()
    {
        using var fast = new CallReader(ReadCalls.Key, new ReaderOptions());
        using var strict = new CallReader(ReadCalls.Key, new ReaderOptions(IsStrict: true));
        var random = new Random(20261127);
        var text = string.Join("\n", Enumerable.Range(1, 20).Select(id => Some.LogRecord("{\"prompt\":\"Hi\"}", id: id)));
        var packed = ReadCalls.Gzip(text);
        for (var i = 0; i < Records / 100; i++)
        {
            var bytes = packed[..random.Next(1, packed.Length + 1)];
            for (var flips = random.Next(4); flips > 0; flips--)
            {
                bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
            }

            var (one, other) = (ReadCalls.With(fast, bytes), ReadCalls.With(strict, bytes));
            Assert.Equal(other.Calls.Select(call => call.ToString()), one.Calls.Select(call => call.ToString()));
            Assert.Equal(other.Result.IsWhole, one.Result.IsWhole);
            Assert.True(one.Calls.Count <= 20);
        }
    }

    /// <summary>Records of every form, and blocks that lie across the fast reader's steps of 64 bytes.</summary>
    private static List<string> Seeds()
    {
        List<string> seeds =
        [
            .. File.ReadAllLines(Repository.At("src/Assay.Sources/InvocationLog/example.jsonl")),
            .. File.ReadAllLines(Repository.At("src/Assay.Sources/TokenTrace/example.calls.jsonl")),
        ];
        for (var length = 0; length < 140; length += 3)
        {
            var (system, user) = (new string('x', length), new string('y', length / 2));
            seeds.Add(Some.LogRecord(
                "{\"system\":\"" + system + "\\n\\u00e9\",\"messages\":[{\"role\":\"user\",\"content\":[{\"text\":\"a\\\""
                + user + "\"},{\"image\":{\"format\":\"png\"}}]}]}"));
        }

        seeds.AddRange(Conversation());
        var shared = Repository.At("../shared/data/invocation-logs/record-examples");
        return Directory.Exists(shared)
            ? [.. seeds, .. Directory.GetFiles(shared, "*.json").Order(StringComparer.Ordinal).Select(File.ReadAllText)]
            : seeds;
    }

    /// <summary>Tools, messages and events that come again, plain and escaped, and lists in lists.</summary>
    private static IEnumerable<string> Conversation()
    {
        var words = string.Concat(Enumerable.Range(0, 30).Select(i => $"word {i % 7} of\\n"));
        var tool = "{\"toolSpec\":{\"name\":\"find\",\"description\":\"" + words + "\",\"inputSchema\":{\"json\":{\"type\":"
            + "\"object\",\"anyOf\":[{\"required\":[\"p\"],\"title\":\"" + words + "\"}]}}}}";
        var turn = "{\"role\":\"user\",\"content\":[{\"text\":\"" + words + "\"},{\"toolResult\":{\"toolUseId\":\"t1\","
            + "\"content\":[{\"text\":\"" + words + "\\u00e9\"}]}}]}";
        var events = string.Join(",", Enumerable.Range(0, 9).Select(i =>
            "{\"contentBlockDelta\":{\"delta\":{\"text\":\"" + new string('x', i) + "\"},\"contentBlockIndex\":0}}"));
        foreach (var turns in (int[])[1, 2, 4])
        {
            var messages = string.Join(",", Enumerable.Repeat(turn, turns));
            yield return Some.LogRecord(
                "{\"system\":[{\"text\":\"" + words + "\"},{\"cachePoint\":{\"type\":\"default\"}}],\"messages\":["
                + messages + "],\"toolConfig\":{\"tools\":[" + tool + "," + tool + "]}}",
                "[" + events + ",{\"messageStop\":{\"stopReason\":\"end_turn\"}}]");
            yield return Some.LogRecord(
                "{\"system\":\"" + words + "\",\"messages\":[" + messages + "," + turn.Replace("\",\"", "\", \"") + "]}",
                "{\"content\":[{\"type\":\"text\",\"text\":\"" + words + "\",\"cache_control\":{\"type\":\"ephemeral\"}}]}");
        }
    }

    private static string Mutated(string seed, Random random)
    {
        var text = new StringBuilder(seed);
        for (var edits = random.Next(3); edits > 0 && text.Length > 1; edits--)
        {
            var at = random.Next(text.Length);
            switch (random.Next(5))
            {
                case 0:
                    text.Remove(at, Math.Min(random.Next(1, 6), text.Length - at));
                    break;
                case 1:
                    text.Insert(at, Tokens[random.Next(Tokens.Length)]);
                    break;
                case 2:
                    text[at] = (char)random.Next(1, 0x7f);
                    break;
                case 3:
                    text.Insert(at, text.ToString(at, Math.Min(random.Next(1, 40), text.Length - at)));
                    break;
                default:
                    text.Length = at + 1;
                    break;
            }
        }

        return text.ToString();
    }
}

using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;

namespace Assay.Scenarios;

/// <summary>
/// Three days of invocation logs, texts and all, of an account whose callers waste in six ways. Texts are words drawn
/// from a list; four bytes are reckoned a token.
/// </summary>
internal static class AgentCalls
{
    public const string Name = "agent-calls";

    private const string Sonnet = "global.anthropic.claude-sonnet-4-5-20250929-v1:0";

    private const string Haiku = "global.anthropic.claude-haiku-4-5-20251001-v1:0";

    private const string Opus = "global.anthropic.claude-opus-4-5-20251101-v1:0";

    private const string NovaPremier = "us.amazon.nova-premier-v1:0";

    private static readonly DateTime First = new(2026, 11, 17, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Writes a file for each caller, its conversations one after the other.</summary>
    public static void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var (caller, records) in Callers())
        {
            using var file = File.Create(Path.Combine(folder, caller + ".jsonl.gz"));
            using var packed = new GZipStream(file, CompressionLevel.SmallestSize);
            foreach (var record in records)
            {
                packed.Write(Encoding.UTF8.GetBytes(record.ToJsonString() + "\n"));
            }
        }
    }

    private static IEnumerable<(string Caller, IEnumerable<JsonObject> Records)> Callers() =>
    [
        ("claims-agent", Claims()), ("release-notes", ReleaseNotes()), ("invoice-labels", Labels()),
        ("nightly-digest", Digest()), ("help-page", HelpPage()),
    ];

    /// <summary>An agent with six tools of which it uses two, and a conversation that grows; nothing is cached.</summary>
    private static IEnumerable<JsonObject> Claims()
    {
        var words = new Words(1);
        string[] names = ["find_policy", "find_claim", "convert_currency", "search_archive", "send_letter", "read_map"];
        var tools = names.Select(name => Record.Tool(name, words.Text(700))).ToList();
        var system = words.Text(5_000);
        for (var talk = 0; talk < 90; talk++)
        {
            var messages = new JsonArray();
            for (var turn = 0; turn < 6; turn++)
            {
                messages.Add(turn % 2 == 0
                    ? Record.Said("user", words.Text(300))
                    : Record.Result("t" + turn, words.Text(600)));
                var answer = turn % 2 == 0
                    ? Record.Use("t" + (turn + 1), names[turn % 4 / 2], words.Text(60))
                    : Record.Said("assistant", words.Text(240));
                yield return new Record("claims-agent", Sonnet, Day(talk, 30).AddHours(9 + (talk % 30 * 0.3)).AddSeconds(40 * turn))
                    .Converse(tools, system, messages, answer);
                messages.Add(answer.DeepClone());
            }
        }
    }

    /// <summary>The time stands in front of a system prompt that is to be cached, so it never is.</summary>
    private static IEnumerable<JsonObject> ReleaseNotes()
    {
        var words = new Words(2);
        var system = words.Text(18_000);
        for (var i = 0; i < 150; i++)
        {
            var at = Day(i, 50).AddHours(8 + (i % 50 * 0.2));
            yield return new Record("release-notes", Haiku, at) { WritesCache = true }.Converse(
                [], $"It is {at.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture)}Z. {system}",
                [Record.Said("user", words.Text(900))], Record.Said("assistant", words.Text(1_200)));
        }
    }

    /// <summary>A frontier model that answers with one of eight labels.</summary>
    private static IEnumerable<JsonObject> Labels()
    {
        var words = new Words(3);
        string[] labels = ["travel", "rent", "software", "hardware", "training", "meals", "freight", "other"];
        for (var i = 0; i < 300; i++)
        {
            yield return new Record("invoice-labels", Opus, Day(i, 100).AddHours(7 + (i % 100 * 0.12)))
                .InvokeModel(words.Text(1_600), labels[words.Next(labels.Length)]);
        }
    }

    /// <summary>A job at two in the night, at the price of calls that somebody waits for.</summary>
    private static IEnumerable<JsonObject> Digest()
    {
        var words = new Words(4);
        for (var i = 0; i < 120; i++)
        {
            yield return new Record("nightly-digest", NovaPremier, Day(i, 40).AddHours(2).AddMinutes(i % 40)).Converse(
                [], words.Text(400), [Record.Said("user", words.Text(6_000))],
                Record.Said("assistant", words.Text(1_000)));
        }
    }

    /// <summary>A page that asks the same few questions on every view.</summary>
    private static IEnumerable<JsonObject> HelpPage()
    {
        var words = new Words(5);
        var questions = Enumerable.Range(0, 25).Select(_ => words.Text(1_200)).ToList();
        for (var i = 0; i < 240; i++)
        {
            yield return new Record("help-page", Haiku, Day(i, 80).AddHours(8 + (i % 80 * 0.15))).Converse(
                [], words.Same(800), [Record.Said("user", questions[words.Next(questions.Count)])],
                Record.Said("assistant", words.Text(500)));
        }
    }

    private static DateTime Day(int call, int perDay) => First.AddDays(call / perDay);
}

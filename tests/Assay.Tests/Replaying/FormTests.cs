using System.Diagnostics;
using Assay.Analysis.Simulation.Capacity;
using Assay.Outputs;
using Assay.Tests.Support;

namespace Assay.Tests.Replaying;

/// <summary>
/// The JSON holds to its schemas, by somebody else's validator; the tables say what must not be missed.
/// </summary>
public sealed class FormTests
{
    private const string Validate = """
        import json,sys,jsonschema
        v=jsonschema.Draft202012Validator(json.load(open(sys.argv[1])))
        e=[x.json_path+': '+x.message[:200] for x in v.iter_errors(json.load(open(sys.argv[2])))]
        print('\n'.join(e)); sys.exit(1 if e else 0)
        """;

    [Fact]
    public async Task A_replay_holds_to_its_schema()
    {
        var replay = await Traced.Replay(
            [[Traced.Line(0, [1, 2]), Traced.Line(9, [1, 2])]], "prompt-caching:mode=ideal");
        Valid("assay.replay.1", Printed(writer => ReplayForms.Write(replay, "json", writer, new OutputOptions())));
    }

    [Fact]
    public async Task Other_models_hold_to_the_schema_and_are_a_table()
    {
        var replay = await Traced.Replay([[Traced.Line(0, [1, 2])]], "model-right-sizing:candidates=all", "cascade");
        Valid("assay.replay.1", Printed(writer => ReplayForms.Write(replay, "json", writer, new OutputOptions())));
        var said = Printed(writer => ReplayForms.Write(replay, "table", writer, new OutputOptions { Width = 120 }));
        Assert.Contains("ON OTHER MODELS", said, StringComparison.Ordinal);
        Assert.Contains("range", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Capacity_holds_to_its_schema() =>
        Valid("assay.capacity.1", Printed(writer => CapacityForms.Write(Sized(), "json", writer, new OutputOptions())));

    [Fact]
    public async Task A_cache_that_loses_money_says_so()
    {
        var replay = await Traced.Replay(
            [[Traced.Line(0, [1, 2]), Traced.Line(9000, [1, 2])]], "prompt-caching:mode=ideal,ttl=1h");
        var said = Printed(writer => ReplayForms.Write(replay, "table", writer, new OutputOptions { Width = 120 }));
        Assert.Contains("loses", said, StringComparison.Ordinal);
        Assert.Contains("prompts would cost 2 times what they cost uncached", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Sizing_at_p95_is_shown_for_what_it_costs()
    {
        var said = Printed(writer => CapacityForms.Write(Sized(), "table", writer, new OutputOptions { Width = 120 }));
        Assert.Contains("sized at the p95 of demand it would cost 3.600 × on-demand: that loses money", said);
    }

    /// <summary>A quarter of the windows has demand: at 10 % off, capacity for it costs 4 × 0.9 of on-demand.</summary>
    private static Assay.Replays.CapacityReport Sized() =>
        new CapacitySizer(new("four", 60, [0, 0, 0, 1]), new("reserved", 0.9m, 1)).Run(["one"]);

    private static string Printed(Action<TextWriter> write)
    {
        using var writer = new StringWriter();
        write(writer);
        return writer.ToString();
    }

    private static void Valid(string schema, string json)
    {
        using var folder = new Folder();
        var file = Path.Combine(folder.Path, "x.json");
        File.WriteAllText(file, json);
        Assert.SkipUnless(Python("-c", "import jsonschema").Exit == 0, "python3 with jsonschema is not here");
        var (exit, said) = Python("-c", Validate, Repository.At($"docs/schemas/{schema}.schema.json"), file);
        Assert.True(exit == 0, said);
    }

    private static (int Exit, string Said) Python(params string[] arguments)
    {
        try
        {
            using var python = Process.Start(new ProcessStartInfo("python3", arguments)
            {
                RedirectStandardOutput = true,
                UseShellExecute = false,
                RedirectStandardError = true,
            })!;
            var said = python.StandardOutput.ReadToEnd() + python.StandardError.ReadToEnd();
            python.WaitForExit();
            return (python.ExitCode, said);
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            return (1, e.Message);
        }
    }
}

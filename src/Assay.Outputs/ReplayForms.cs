using Assay.Outputs.Replaying;
using Assay.Replays;

namespace Assay.Outputs;

/// <summary>The forms of a replay: <c>table</c> and <c>json</c>.</summary>
public static class ReplayForms
{
    public static IReadOnlyList<string> All { get; } = ["table", "json"];

    public static void Write(ReplayReport replay, string form, TextWriter writer, OutputOptions options)
    {
        if (form == "json")
        {
            ReplayJson.Write(replay, writer);
        }
        else
        {
            ReplayTable.Write(replay, writer, options);
        }
    }
}

using Assay.Outputs.Replaying;
using Assay.Replays;

namespace Assay.Outputs;

/// <summary>The forms of capacity by size: <c>table</c> and <c>json</c>.</summary>
public static class CapacityForms
{
    public static IReadOnlyList<string> All { get; } = ["table", "json"];

    public static void Write(CapacityReport capacity, string form, TextWriter writer, OutputOptions options)
    {
        if (form == "json")
        {
            CapacityReportJson.Write(capacity, writer);
        }
        else
        {
            CapacityReportTable.Write(capacity, writer, options);
        }
    }
}

using Assay.Reports;
using Assay.Units;

namespace Assay.Outputs.Content;

/// <summary>The window's rate over a month of 30 days, as the contract defines a month.</summary>
internal static class Month
{
    private const decimal Days = 30;

    public static Usd Of(Usd inWindow, ReportWindow window) =>
        window.Days > 0 ? inWindow * (Days / window.Days) : Usd.Zero;
}

using Assay.Outputs.Format;
using Assay.Reports;
using Assay.Units;
using Assay.Wording;

namespace Assay.Outputs.Content;

/// <summary>
/// The two columns of money, each written alike from top to bottom. Without a price there is no number.
/// </summary>
internal sealed class ModelsMoney
{
    private readonly ReportWindow window;
    private readonly Func<Usd, string> inWindow;
    private readonly Func<Usd, string> monthly;

    public ModelsMoney(Report report)
    {
        window = report.Window;
        inWindow = Money.Alike([report.Totals.CostUsd]);
        monthly = Money.Alike([report.Totals.MonthlyUsd]);
    }

    public Span InWindow(ModelRow row) => Cell(row, InWindow);

    public string InWindow(Usd usd) => inWindow(usd);

    public Span Monthly(ModelRow row) => Cell(row, usd => Monthly(Month.Of(usd, window)));

    public string Monthly(Usd usd) => monthly(usd);

    private static Span Cell(ModelRow row, Func<Usd, string> print) => row switch
    {
        { CostStatus: CostStatus.Unpriced } or { CostUsd: null } => new Span("no price", Tone.Warning),
        { CostStatus: CostStatus.PartlyPriced, CostUsd: { } part } => new Span(print(part) + "+", Tone.Warning),
        { CostUsd: { } usd } => print(usd),
    };
}

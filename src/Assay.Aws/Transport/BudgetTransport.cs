using Assay.Diagnostics;
using Assay.Units;
using Assay.Wording;

namespace Assay.Aws.Transport;

/// <summary>
/// Refuses the call that would cost more than what is left. A plan can't see everything: Cost Explorer may answer in
/// more pages, and models may appear between the plan and the scan.
/// </summary>
internal sealed class BudgetTransport(ITransport inner, decimal most) : ITransport
{
    private readonly Lock gate = new();
    private decimal spent;

    public Task<ApiReply> SendAsync(ApiCall call, CancellationToken cancellationToken)
    {
        var cost = call.Operation.UsdPerRequest + call.Metrics * call.Operation.UsdPerMetric;
        lock (gate)
        {
            if (spent + cost > most && cost > 0)
            {
                throw new AssayException(
                    ExitCode.OverBudget,
                    $"stopped before {call.Operation} would have taken this scan from {Money.Of(new Usd(spent))} to "
                    + $"{Money.Of(new Usd(spent + cost))}, more than --max-cost {most}",
                    "name fewer Regions or a shorter --since, or raise --max-cost");
            }

            spent += cost;
        }

        return inner.SendAsync(call, cancellationToken);
    }
}

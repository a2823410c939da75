using System.CommandLine;
using System.CommandLine.Completions;
using Assay.Analysis.Simulation.Capacity;
using Assay.Cli.Hosting;
using Assay.Cli.Running;
using Assay.Diagnostics;
using Assay.Outputs;

namespace Assay.Cli.Commands;

/// <summary><c>assay capacity</c>: what capacity of every size would cost for a demand.</summary>
internal sealed class CapacityCommand : ICommand
{
    private readonly Option<string?> ledger = new("--ledger")
    {
        Description = "the DuckDB file whose calls are the demand, minute by minute",
        HelpName = "FILE",
    };

    private readonly Option<string?> demand = new("--demand")
    {
        Description = "a CSV file that is the demand: ts,amount rows of equal windows",
        HelpName = "CSV",
    };

    private readonly Option<string> kind = new("--kind")
    {
        Description = "reserved or provisioned",
        DefaultValueFactory = _ => "reserved",
        HelpName = "KIND",
        CompletionSources = { _ => CapacityRequest.Kinds.Select(each => new CompletionItem(each)) },
    };

    private readonly Option<decimal?> discount = new("--discount")
    {
        Description = "price of capacity: so much below the list price, 0.10 is 10 %",
        HelpName = "SHARE",
    };

    private readonly Option<decimal?> unitPrice = new("--unit-price")
    {
        Description = "price of capacity: US dollars of one unit for an hour",
        HelpName = "USD",
    };

    private readonly Option<decimal?> unitCapacity = new("--unit-capacity")
    {
        Description = "demand that one unit serves in one window",
        HelpName = "N",
    };

    private readonly Option<decimal?> listPrice = new("--list-price")
    {
        Description = "US dollars of a million of the demand, on demand (default: as the ledger's calls cost)",
        HelpName = "USD",
    };

    private readonly Option<string?> model = new("--model")
    {
        Description = "of the ledger's calls, those of this model; with --term, whose model unit is priced",
        HelpName = "ID",
    };

    private readonly Option<string?> term = new("--term")
    {
        Description = "price of capacity: the book's of a model unit without commitment (none), for 1-month or 6-month",
        HelpName = "TERM",
        CompletionSources = { _ => HourlyRate.Terms.Select(each => new CompletionItem(each)) },
    };

    private readonly Option<string?> region = new("--region")
    {
        Description = "with --term: where the model unit is bought",
        HelpName = "REGION",
    };

    private readonly FormOption format = new(CapacityForms.All);

    private readonly Option<bool> noColor = new("--no-color") { Description = "no colours (also: NO_COLOR)" };

    private readonly TimeOptions time = new();

    public Command Build()
    {
        const string about = "Weigh reserved or provisioned capacity of every size against on-demand calls.";
        var command = new Command("capacity", about)
        {
            ledger, demand, kind, discount, unitPrice, unitCapacity, listPrice, model, term, region,
            format, noColor,
        };
        time.AddTo(command);
        command.SetAction((parsed, _) => Task.FromResult(Run(parsed)));
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var form = format.Read(parsed);
        var request = new CapacityRequest(
            FormOption.Known(parsed.GetValue(kind)!, "kind of capacity", CapacityRequest.Kinds),
            parsed.GetValue(discount),
            parsed.GetValue(unitPrice) ?? OfBook(parsed),
            parsed.GetValue(unitCapacity),
            parsed.GetValue(listPrice));
        if (request.Discount is < 0 or > 1 || request.UnitPrice < 0 || request.ListPrice <= 0)
        {
            throw new AssayException(
                ExitCode.Usage, "a discount is from 0 to 1, and prices are above 0", "10 % off is --discount 0.10");
        }

        var (wanted, cost) = Demand(parsed, request.Kind);
        var (offer, assumptions) = request.Offer(wanted, cost);
        var report = new CapacitySizer(wanted, offer).Run(assumptions);
        var options = new OutputOptions
        {
            Width = Screen.Width(),
            Color = !parsed.GetValue(noColor) && Screen.HasColor(),
        };
        ReportFiles.ToStandardOutput(writer => CapacityForms.Write(report, form, writer, options));
        return (int)ExitCode.Done;
    }

    /// <returns>Dollars of a model unit's hour; null where no term was asked for.</returns>
    private decimal? OfBook(ParseResult parsed)
    {
        if (parsed.GetValue(term) is not { } wanted)
        {
            return null;
        }

        if (parsed.GetValue(model) is not { } id || parsed.GetValue(region) is not { } place)
        {
            throw new AssayException(
                ExitCode.Usage, "a model unit is of a model and in a Region", "add --model ID --region REGION");
        }

        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var sold = HourlyRate.Of(Prices.Current(), id).Where(each => each.Card.HoldsOn(today)).ToList();
        return sold.FirstOrDefault(each => each.Card.Term == wanted && each.Region == place)?.Card.PerUnit.Rate
            ?? throw new AssayException(
                ExitCode.NoResult,
                $"no price of a model unit of {id} in {place} with the term {wanted} is known",
                sold.Count == 0
                    ? "assay prices list names the models; --unit-price takes a price of your own"
                    : "known are: " + string.Join(", ", sold.Select(each => $"{each.Region} {each.Card.Term}")));
    }

    private (CapacityDemand Demand, decimal? ListPrice) Demand(ParseResult parsed, string kindOfCapacity)
    {
        switch (parsed.GetValue(ledger), parsed.GetValue(demand))
        {
            case (null, { } csv):
                return (DemandFile.Read(csv), null);
            case ({ } path, null):
                var (opened, span) = LedgerFile.Open(path);
                using (opened)
                {
                    var window = time.IsGiven(parsed) ? time.Read(parsed, TimeProvider.System).Window : span;
                    return LedgerDemand.Of(opened, Prices.Current(), window, kindOfCapacity, parsed.GetValue(model));
                }

            default:
                throw new AssayException(
                    ExitCode.Usage,
                    "demand is of one ledger or of one CSV file",
                    "add --ledger FILE or --demand CSV");
        }
    }
}

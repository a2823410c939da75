using System.CommandLine;
using System.CommandLine.Completions;
using Assay.Analysis.Simulation.Capacity;
using Assay.Cli.Hosting;
using Assay.Cli.Running;
using Assay.Diagnostics;
using Assay.Outputs;
using Assay.Pricing;

namespace Assay.Cli.Commands;

/// <summary><c>assay capacity</c>: every way to serve a demand, and what capacity of every size would cost.</summary>
internal sealed class CapacityCommand : ICommand
{
    private readonly Option<string?> ledger = new("--ledger")
    {
        Description = "the DuckDB file whose calls are the demand, minute by minute; without calls, its metrics",
        HelpName = "FILE",
    };

    private readonly Option<string?> demand = new("--demand")
    {
        Description = "a CSV file that is the demand, in equal windows: ts,amount rows, or "
            + "ts,input,output,cacheRead,cacheWrite",
        HelpName = "CSV",
    };

    private readonly Option<string?> kind = new("--kind")
    {
        Description = "only reserved or only provisioned capacity; prices that are given are of it (default: reserved)",
        HelpName = "KIND",
        CompletionSources = { _ => CapacityKind.Sold.Select(each => new CompletionItem(each)) },
    };

    private readonly Option<string[]> discount = new("--discount")
    {
        Description = "price of capacity: so much below the list price, 0.10 is 10 %; 3-month=0.10 for a term; "
            + "repeatable",
        HelpName = "[TERM=]SHARE",
    };

    private readonly Option<string[]> unitPrice = new("--unit-price")
    {
        Description = "price of capacity: US dollars of one unit for an hour; 6-month=13.08 for a term; repeatable",
        HelpName = "[TERM=]USD",
    };

    private readonly Option<decimal?> unitCapacity = new("--unit-capacity")
    {
        Description = "demand that one unit serves in one window (default: assay.yaml's, or the best minute seen)",
        HelpName = "N",
    };

    private readonly Option<decimal?> listPrice = new("--list-price")
    {
        Description = "US dollars of a million of the demand, on demand (default: as its tokens cost)",
        HelpName = "USD",
    };

    private readonly Option<string?> model = new("--model")
    {
        Description = "of the ledger's calls, those of this model; of a file, whose tokens it holds",
        HelpName = "ID",
    };

    private readonly Option<string?> region = new("--region")
    {
        Description = "of the ledger's calls, those sent there; of a file, where its tokens are bought",
        HelpName = "REGION",
    };

    private readonly Option<string?> term = new("--term")
    {
        Description = "only capacity without commitment (none), for 1-month, 3-month or 6-month",
        HelpName = "TERM",
        CompletionSources = { _ => CapacityTerm.All.Select(each => new CompletionItem(each)) },
    };

    private readonly Option<decimal[]> replacedAfter = new("--replaced-after")
    {
        Description = "what a commitment costs if the model is replaced after so many months; repeatable "
            + "(default: 0.5, 1, 3)",
        HelpName = "MONTHS",
    };

    private readonly Option<string?> config = new("--config")
    {
        Description = "configuration, as for the report",
        HelpName = "FILE",
    };

    private readonly FormOption format = new(CapacityForms.All);

    private readonly Option<bool> noColor = new("--no-color") { Description = "no colours (also: NO_COLOR)" };

    private readonly TimeOptions time = new();

    public Command Build()
    {
        const string about =
            "Compare every way to serve a demand: on demand, provisioned, reserved, flex, priority, batch.";
        var command = new Command("capacity", about)
        {
            ledger, demand, model, region, kind, term, discount, unitPrice, unitCapacity, listPrice, replacedAfter,
            config, format, noColor,
        };
        time.AddTo(command);
        command.SetAction((parsed, _) => Task.FromResult(Run(parsed)));
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var form = format.Read(parsed);
        var book = Prices.Current();
        var question = Question(parsed);
        var report = CapacityAnswer.Of(question, Demand(parsed, question, book), book);
        var options = new OutputOptions
        {
            Width = Screen.Width(),
            Color = !parsed.GetValue(noColor) && Screen.HasColor(),
        };
        ReportFiles.ToStandardOutput(writer => CapacityForms.Write(report, form, writer, options));
        return (int)ExitCode.Done;
    }

    private CapacityQuestion Question(ParseResult parsed)
    {
        var day = DateOnly.FromDateTime(time.Read(parsed, TimeProvider.System).Now.UtcDateTime);
        var question = new CapacityQuestion(day)
        {
            Kind = Known(parsed.GetValue(kind), "kind of capacity", CapacityKind.Sold),
            Term = Known(parsed.GetValue(term), "term", CapacityTerm.All),
            Model = parsed.GetValue(model),
            Region = parsed.GetValue(region),
            Discounts = CapacityRequest.ByTerm("--discount", parsed.GetValue(discount), most: 1),
            UnitPrices = CapacityRequest.ByTerm("--unit-price", parsed.GetValue(unitPrice), most: null),
            UnitCapacity = parsed.GetValue(unitCapacity),
            UnitCapacities = ConfigurationFile.Read(parsed.GetValue(config)).Levers.ModelUnitCapacity,
            ListPrice = parsed.GetValue(listPrice),
        };
        return CapacityRequest.Checked(parsed.GetValue(replacedAfter) is { Length: > 0 } months
            ? question with { ReplacedAfter = months } : question);
    }

    private static string? Known(string? word, string what, IReadOnlyList<string> known) =>
        word is null ? null : FormOption.Known(word, what, known);

    private TokenDemand Demand(ParseResult parsed, CapacityQuestion question, PriceBook book)
    {
        switch (parsed.GetValue(ledger), parsed.GetValue(demand))
        {
            case (null, { } csv):
                var file = DemandFile.Read(csv);
                return file.IsByKind && question is { Model: { } id, Region: { } place, ListPrice: null }
                    ? ModelDemand.Priced(file, book, id, place, question.Day)
                    : file;
            case ({ } path, null):
                var (opened, span) = LedgerFile.Open(path);
                using (opened)
                {
                    var window = time.IsGiven(parsed) ? time.Read(parsed, TimeProvider.System).Window : span;
                    return LedgerDemand.Of(opened, book, window, new DemandFilter(question.Model, question.Region));
                }

            default:
                throw new AssayException(
                    ExitCode.Usage,
                    "demand is of one ledger or of one CSV file",
                    "add --ledger FILE or --demand CSV");
        }
    }
}

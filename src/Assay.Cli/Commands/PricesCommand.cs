using System.CommandLine;
using Assay.Cli.Hosting;
using Assay.Cli.Running;

namespace Assay.Cli.Commands;

/// <summary><c>assay prices</c>: what the price book says, and on whose word.</summary>
internal sealed class PricesCommand : ICommand
{
    private readonly Option<string> model = new("--model")
    {
        Description = "any spelling of a model id",
        HelpName = "ID",
        Required = true,
    };

    private readonly Option<string?> region = new("--region") { Description = "source Region", HelpName = "REGION" };

    private readonly Option<string?> scope = new("--scope")
    {
        Description = "in-region, geo or global",
        HelpName = "SCOPE",
    };

    private readonly Option<string?> tier = new("--tier")
    {
        Description = "standard, batch, flex, priority or latency-optimised",
        HelpName = "TIER",
    };

    private readonly Option<string?> at = new("--at") { Description = "day (default: today)", HelpName = "DATE" };

    private readonly Option<string> format = new("--format")
    {
        Description = "table or json",
        DefaultValueFactory = _ => "table",
        HelpName = "FORM",
    };

    public Command Build()
    {
        var show = new Command("show", "The prices of one model.") { model, region, scope, tier, at, format };
        show.SetAction((parsed, _) => Task.FromResult((int)PriceQuery.Show(
            new PriceQuestion(
                parsed.GetValue(model)!, parsed.GetValue(region), parsed.GetValue(scope), parsed.GetValue(tier),
                TimeOptions.Day(parsed.GetValue(at), TimeProvider.System)),
            parsed.GetValue(format)!)));
        var list = new Command("list", "Every price of the book.") { format };
        list.SetAction((parsed, _) => Task.FromResult((int)PriceQuery.List(parsed.GetValue(format)!)));
        return new Command("prices", "What a model costs, since when, and on whose word.") { show, list };
    }
}

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
        CompletionSources = { "in-region", "geo", "global" },
    };

    private readonly Option<string?> tier = new("--tier")
    {
        Description = "standard, batch, flex, priority or latency-optimised",
        HelpName = "TIER",
        CompletionSources = { "standard", "batch", "flex", "priority", "latency-optimised" },
    };

    private readonly Option<string?> at = new("--at") { Description = "day (default: today)", HelpName = "DATE" };

    private readonly Option<string> format = new("--format")
    {
        Description = "table or json",
        DefaultValueFactory = _ => "table",
        HelpName = "FORM",
        CompletionSources = { "table", "json" },
    };

    private readonly Option<string[]> from = new("--from")
    {
        Description = "offer file or folder of them, .json or .json.gz, repeatable (default: download)",
        HelpName = "PATH",
    };

    private readonly Option<string?> endpoint = new("--endpoint")
    {
        Description = "where the AWS Price List is (default: https://pricing.us-east-1.amazonaws.com)",
        HelpName = "URL",
    };

    private readonly Option<bool> dryRun = new("--dry-run") { Description = "write nothing" };

    private readonly Option<string?> ledger = new("--ledger")
    {
        Description = "say what each difference is worth on its tokens",
        HelpName = "FILE",
    };

    private readonly Argument<string> before = new("A") { Description = "folder, price file, bundled or current" };

    private readonly Argument<string> after = new("B") { Description = "the same" };

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
        return new Command("prices", "What a model costs, since when, and on whose word.")
            { show, list, Update(), Verify(), Diff() };
    }

    private Command Update()
    {
        const string about = "Take what the AWS Price List has and the book has not into your own prices.";
        var update = new Command("update", about) { from, endpoint, dryRun };
        update.SetAction(async (parsed, cancel) => (int)await PriceUpdate.RunAsync(
            Offers(parsed), parsed.GetValue(dryRun), cancel));
        return update;
    }

    private Command Verify()
    {
        const string about = "Hold the book against the AWS Price List; exit 3 where they differ.";
        var verify = new Command("verify", about) { from, endpoint, at, ledger, format };
        verify.SetAction(async (parsed, cancel) => (int)await PriceVerify.RunAsync(
            Offers(parsed), parsed.GetValue(ledger), parsed.GetValue(format)!, cancel));
        return verify;
    }

    private Command Diff()
    {
        var diff = new Command("diff", "What differs between two books, period by period.") { before, after, format };
        diff.SetAction((parsed, _) => Task.FromResult((int)PriceDiff.Run(
            parsed.GetValue(before)!, parsed.GetValue(after)!, parsed.GetValue(format)!)));
        return diff;
    }

    private OfferRequest Offers(ParseResult parsed) => new(
        parsed.GetValue(from) ?? [],
        parsed.GetValue(endpoint),
        TimeOptions.Day(parsed.GetValue(at), TimeProvider.System));
}

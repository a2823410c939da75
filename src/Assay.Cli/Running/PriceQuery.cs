using Assay.Diagnostics;
using Assay.Models;
using Assay.Pricing;

namespace Assay.Cli.Running;

/// <summary>Answers <c>assay prices show</c> and <c>list</c>.</summary>
internal static class PriceQuery
{
    public static ExitCode List(string format)
    {
        var book = Prices.Current();
        var hourly = book.Models.SelectMany(model => HourlyRate.Of(book, model));
        var units = book.Units.Select(unit => unit.Subject).ToHashSet(StringComparer.Ordinal);
        List<string> unknown =
        [
            .. book.Models.Where(model => book.CardsOf(model).Count == 0
                && book.ProvisionedCardsOf(model).Count == 0 && !units.Contains(model)),
        ];
        var rates = book.Models.SelectMany(model => PriceRate.Of(book, model));
        Write(new([.. rates], [.. hourly], book.Units, unknown), book, format);
        return ExitCode.Done;
    }

    public static ExitCode Show(PriceQuestion asked, string format)
    {
        var book = Prices.Current();
        var parts = ModelIdParts.Parse(ForeignSpelling.ToBedrock(asked.Model));
        var model = parts.Base is { } id ? book.Catalogue.Find(id) : null;
        if (model is null)
        {
            throw new AssayException(
                ExitCode.NoResult, $"the model {asked.Model} is unknown",
                "list the known ones: assay prices list");
        }

        var scope = asked.Scope is { } word
            ? Words.Scope(word) ?? throw new AssayException(
                ExitCode.Usage, $"no scope is called {word}", "choose from: in-region, geo, global")
            : parts.Prefix is null ? (RoutingScope?)null : parts.Scope;
        var tier = asked.Tier is { } name ? TierOf(name) : (ServiceTier?)null;
        var rates = PriceRate.Of(book, model.Id)
            .Where(rate => rate.Card.HoldsOn(asked.At)
                && (scope is null || rate.Scope == scope)
                && (tier is null || rate.Card.Tier == tier)
                && (asked.Region is null || rate.Region == asked.Region))
            .ToList();
        var hourly = HourlyRate.Of(book, model.Id)
            .Where(rate => rate.Card.HoldsOn(asked.At) && scope is null && tier is null
                && (asked.Region is null || rate.Region == asked.Region))
            .ToList();
        var units = tier is null ? UnitsOf(book, model.Id, scope, asked) : [];
        if (rates.Count == 0 && hourly.Count == 0 && units.Count == 0)
        {
            throw new AssayException(
                ExitCode.NoResult,
                WhyNot(book, model.Id, scope, tier, asked),
                "see all of it: assay prices show --model " + model.Id);
        }

        Write(new(rates, hourly, units, []), book, format);
        return ExitCode.Done;
    }

    private static List<UnitPrice> UnitsOf(PriceBook book, string model, RoutingScope? scope, PriceQuestion asked) =>
    [
        .. book.Units.Where(unit => unit.Subject == model && unit.HoldsOn(asked.At)
            && (scope is null || unit.Scopes.Count == 0 || unit.Scopes.Contains(scope.Value))
            && (asked.Region is null || unit.Regions.Count == 0 || unit.Regions.Contains(asked.Region))),
    ];

    private static ServiceTier TierOf(string name) => Words.Tier(name) ?? throw new AssayException(
        ExitCode.Usage,
        $"no tier is called {name}",
        "choose from: standard, batch, flex, priority, latency-optimised");

    /// <summary>Which part of the question is not sold: the Region in any scope, else the book's own answer.</summary>
    private static string WhyNot(
        PriceBook book, string model, RoutingScope? scope, ServiceTier? tier, PriceQuestion asked)
    {
        var cards = book.CardsOf(model).Where(each => scope is null || each.Scopes.Contains(scope.Value)).ToList();
        if (scope is null && asked.Region is { } region && !cards.Exists(card => card.Regions.Contains(region)))
        {
            var sold = cards.SelectMany(card => card.Regions).Distinct().Order(StringComparer.Ordinal);
            return $"{model} has no known price in {region} (known in: {PriceBook.Join(sold)})";
        }

        var card = cards.Find(each => asked.Region is null || each.Regions.Contains(asked.Region))
            ?? cards.FirstOrDefault();
        var key = new PriceKey(
            model,
            scope ?? card?.Scopes[0] ?? RoutingScope.InRegion,
            asked.Region ?? card?.Regions[0] ?? "",
            tier ?? ServiceTier.Standard);
        return book.WhyNot(key, asked.At);
    }

    private static void Write(Found found, PriceBook book, string format)
    {
        switch (format)
        {
            case "json":
                PriceJson.Write(found.Rates, found.Hourly, found.Units, found.Unknown, book);
                break;
            case "table":
                WriteTable(found.Rates);
                WriteTable(found.Hourly);
                WriteTable(found.Units);
                if (found.Unknown.Count > 0)
                {
                    Console.Out.WriteLine("no price is known of " + string.Join(' ', found.Unknown));
                }

                break;
            default:
                throw new AssayException(ExitCode.Usage, $"no form is called {format}", "choose from: table, json");
        }
    }

    private static void WriteTable(IReadOnlyList<PriceRate> rates)
    {
        // Regions of one price stand in one line: what a person compares is the price.
        foreach (var model in rates.GroupBy(rate => rate.Model))
        {
            Console.Out.WriteLine($"{model.Key}   USD per million tokens");
            foreach (var card in model.GroupBy(rate => (rate.Card, rate.Scope)))
            {
                var kinds = card.DistinctBy(rate => rate.Kind).Select(rate => $"{rate.KindWord} {rate.Usd:0.######}");
                var (price, scope) = card.Key;
                var context = price.ContextFrom > 0 ? $" above {price.ContextFrom:#,0} prompt tokens" : "";
                var basis = price.FromBasis.ToString().ToLowerInvariant();
                Console.Out.WriteLine(
                    $"  {Words.Of(scope)} · {Words.Of(price.Tier)}{context}: {string.Join(", ", kinds)}");
                Console.Out.WriteLine(
                    $"    since {price.From:yyyy-MM-dd} ({basis}), checked {price.Checked:yyyy-MM-dd}: {price.Source}");
                Console.Out.WriteLine($"    {string.Join(' ', card.Select(rate => rate.Region).Distinct())}");
            }
        }
    }

    private static void WriteTable(IReadOnlyList<UnitPrice> units)
    {
        foreach (var subject in units.GroupBy(unit => unit.Subject))
        {
            Console.Out.WriteLine($"{subject.Key}   USD for one unit");
            foreach (var unit in subject)
            {
                string[] where = [.. unit.Scopes.Select(Words.Of), .. unit.Regions];
                var term = unit.Term == "none" ? "" : $" · {unit.Term}";
                Console.Out.WriteLine($"  {unit.Unit}{term} {string.Join(' ', where)}: {unit.Usd:0.########}");
                Console.Out.WriteLine(
                    $"    since {unit.From:yyyy-MM-dd}, checked {unit.Checked:yyyy-MM-dd}: {unit.Source}");
            }
        }
    }

    private static void WriteTable(IReadOnlyList<HourlyRate> hourly)
    {
        foreach (var card in hourly.GroupBy(rate => (rate.Model, rate.Card)))
        {
            var (model, price) = card.Key;
            Console.Out.WriteLine($"{model}   USD an hour for one model unit of Provisioned Throughput");
            Console.Out.WriteLine($"  commitment {price.Term}: {price.PerUnit.Rate:0.######}");
            Console.Out.WriteLine(
                $"    since {price.From:yyyy-MM-dd}, checked {price.Checked:yyyy-MM-dd}: {price.Source}");
            Console.Out.WriteLine($"    {string.Join(' ', card.Select(rate => rate.Region))}");
        }
    }

    /// <summary>What is asked for, and models that are sold at no price that is known.</summary>
    private sealed record Found(
        IReadOnlyList<PriceRate> Rates,
        IReadOnlyList<HourlyRate> Hourly,
        IReadOnlyList<UnitPrice> Units,
        IReadOnlyList<string> Unknown);
}

using System.Globalization;
using System.Text.Json;
using Assay.Diagnostics;
using Assay.Models;
using Assay.Pricing;
using Assay.Wording;

namespace Assay.Cli.Running;

/// <summary>Writes differences of prices: a table, or <c>assay.prices.differences/1</c>.</summary>
internal static class DifferenceOutput
{
    public static void Write(Differences differences, string format)
    {
        switch (format)
        {
            case "json":
                Json(differences);
                break;
            case "table":
                Table(differences);
                break;
            default:
                throw new AssayException(ExitCode.Usage, $"no form is called {format}", "choose from: table, json");
        }
    }

    private static void Table(Differences differences)
    {
        // What the user's own tokens make dear stands first.
        var models = differences.All.GroupBy(each => each.Key.Model, StringComparer.Ordinal)
            .OrderByDescending(model => model.Sum(each => Math.Abs(differences.Of(each) ?? 0m)))
            .ThenBy(model => model.Key, StringComparer.Ordinal);
        foreach (var model in models)
        {
            Console.Out.WriteLine(
                $"{model.Key}   USD per million tokens, {differences.Before} → {differences.After}");
            var lines = model.GroupBy(each => (
                each.Key.Scope, each.Key.Tier, each.ContextFrom, each.Kind,
                each.From, each.To, each.Before, each.After));
            foreach (var same in lines)
            {
                var line = same.Key;
                var until = line.To is { } to ? $" until {to:yyyy-MM-dd}" : "";
                Console.Out.WriteLine(
                    $"  {Words.Of(line.Scope)} · {Words.Of(line.Tier)}{Context(line.ContextFrom)} · "
                    + $"{TokenKinds.Word(line.Kind)}: {Price(line.Before)} → {Price(line.After)} "
                    + $"from {line.From:yyyy-MM-dd}{until}{Dollars(differences, same)}");
                Console.Out.WriteLine("    " + string.Join(' ', same.Select(each => each.Key.Region)));
            }
        }

        Units(differences);
        Console.Out.WriteLine(
            $"{Count.Of(differences.All.Count + differences.Units.Count, "difference")} in {differences.Looked}"
            + (differences.Window is { } window
                ? $"; on the ledger's tokens {window.From:yyyy-MM-dd} to {window.To:yyyy-MM-dd} they make "
                    + Signed(differences.All.Sum(each => differences.Of(each) ?? 0m))
                : ""));
        foreach (var skipped in differences.Skipped)
        {
            Console.Out.WriteLine($"  not compared: {skipped.Count:#,0} of {skipped.Sold}: {skipped.Why}");
        }
    }

    private static void Units(Differences differences)
    {
        foreach (var subject in differences.Units.GroupBy(each => each.Key.Subject, StringComparer.Ordinal))
        {
            Console.Out.WriteLine($"{subject.Key}   USD a unit, {differences.Before} → {differences.After}");
            var lines = subject.GroupBy(each =>
                (each.Key.Unit, each.Key.Scope, each.Key.Term, each.From, each.To, each.Before, each.After));
            foreach (var same in lines)
            {
                var line = same.Key;
                var scope = line.Scope is { } known ? $"{Words.Of(known)} · " : "";
                var term = line.Term == "none" ? "" : $" · {line.Term}";
                var until = line.To is { } to ? $" until {to:yyyy-MM-dd}" : "";
                Console.Out.WriteLine(
                    $"  {scope}{line.Unit}{term}: {Price(line.Before)} → {Price(line.After)} "
                    + $"from {line.From:yyyy-MM-dd}{until}");
                Console.Out.WriteLine(
                    "    " + string.Join(' ', same.Select(each => each.Key.Region ?? "every other Region")));
            }
        }
    }

    private static string Dollars(Differences differences, IEnumerable<PriceDifference> same) =>
        differences.Dollars is not null && same.Sum(each => differences.Of(each) ?? 0m) is not 0m and var usd
            ? $"   {Signed(usd)} on your tokens" : "";

    private static string Signed(decimal usd) =>
        (usd < 0 ? "-$" : "+$") + Math.Abs(usd).ToString("#,0.00", CultureInfo.InvariantCulture);

    private static string Context(long? from) => from switch
    {
        0 => "",
        null => " long context",
        _ => $" above {from:#,0} prompt tokens",
    };

    private static string Price(decimal? usd) => usd?.ToString("0.######", CultureInfo.InvariantCulture) ?? "none";

    private static void Json(Differences differences)
    {
        StandardJson.Write("assay.prices.differences/1", json =>
        {
            json.WriteString("before", differences.Before);
            json.WriteString("after", differences.After);
            json.WriteString("from", differences.Window is { } window ? $"{window.From:yyyy-MM-ddTHH:mm:ssZ}" : null);
            json.WriteString("to", differences.Window is { } end ? $"{end.To:yyyy-MM-ddTHH:mm:ssZ}" : null);
            json.WriteStartArray("differences");
            foreach (var each in differences.All)
            {
                json.WriteStartObject();
                json.WriteString("model", each.Key.Model);
                json.WriteString("scope", Words.Of(each.Key.Scope));
                json.WriteString("region", each.Key.Region);
                json.WriteString("tier", Words.Of(each.Key.Tier));
                json.WriteString("kind", TokenKinds.Word(each.Kind));
                StandardJson.Number(json, "contextFrom", each.ContextFrom);
                json.WriteString("from", $"{each.From:yyyy-MM-dd}");
                json.WriteString("to", each.To is { } to ? $"{to:yyyy-MM-dd}" : null);
                StandardJson.Number(json, "beforeUsdPerMillion", each.Before);
                StandardJson.Number(json, "afterUsdPerMillion", each.After);
                StandardJson.Number(json, "ledgerUsd", differences.Of(each) is { } usd ? decimal.Round(usd, 12) : null);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            Units(json, differences.Units);
            Skipped(json, differences.Skipped);
        });
    }

    private static void Units(Utf8JsonWriter json, IReadOnlyList<UnitDifference> units)
    {
        json.WriteStartArray("units");
        foreach (var each in units)
        {
            json.WriteStartObject();
            json.WriteString("subject", each.Key.Subject);
            json.WriteString("unit", each.Key.Unit);
            json.WriteString("scope", each.Key.Scope is { } scope ? Words.Of(scope) : null);
            json.WriteString("region", each.Key.Region);
            json.WriteString("term", each.Key.Term);
            json.WriteString("from", $"{each.From:yyyy-MM-dd}");
            json.WriteString("to", each.To is { } to ? $"{to:yyyy-MM-dd}" : null);
            StandardJson.Number(json, "beforeUsd", each.Before);
            StandardJson.Number(json, "afterUsd", each.After);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Skipped(Utf8JsonWriter json, IReadOnlyList<SkippedSkus> skipped)
    {
        json.WriteStartArray("notCompared");
        foreach (var each in skipped)
        {
            json.WriteStartObject();
            json.WriteString("sold", each.Sold);
            json.WriteNumber("skus", each.Count);
            json.WriteString("why", each.Why);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}

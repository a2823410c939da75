using System.Text.Json;
using Assay.Models;
using Assay.Pricing;

namespace Assay.Cli.Running;

/// <summary>Writes <c>assay.prices/1</c> to standard output.</summary>
internal static class PriceJson
{
    public static void Write(
        IReadOnlyList<PriceRate> rates,
        IReadOnlyList<HourlyRate> hourly,
        IReadOnlyList<UnitPrice> units,
        IReadOnlyList<string> unknown,
        PriceBook book)
    {
        StandardJson.Write("assay.prices/1", json =>
        {
            json.WriteString("digest", book.Digest);
            json.WriteStartArray("rates");
            foreach (var rate in rates)
            {
                Write(json, rate);
            }

            json.WriteEndArray();
            json.WriteStartArray("provisioned");
            foreach (var rate in hourly)
            {
                Write(json, rate);
            }

            json.WriteEndArray();
            json.WriteStartArray("units");
            foreach (var unit in units)
            {
                Write(json, unit);
            }

            json.WriteEndArray();
            json.WriteStartArray("noKnownPrice");
            foreach (var model in unknown)
            {
                json.WriteStringValue(model);
            }

            json.WriteEndArray();
        });
    }

    private static void Write(Utf8JsonWriter json, PriceRate rate)
    {
        json.WriteStartObject();
        json.WriteString("model", rate.Model);
        json.WriteString("scope", Words.Of(rate.Scope));
        json.WriteString("region", rate.Region);
        json.WriteString("tier", Words.Of(rate.Card.Tier));
        json.WriteString("kind", rate.KindWord);
        json.WriteNumber("contextFrom", rate.Card.ContextFrom);
        json.WriteNumber("usdPerMillion", rate.Usd);
        WritePeriod(json, rate.Card.From, rate.Card.To, rate.Card.FromBasis);
        WriteSource(json, rate.Card.Source, rate.Card.Checked);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, HourlyRate rate)
    {
        json.WriteStartObject();
        json.WriteString("model", rate.Model);
        json.WriteString("region", rate.Region);
        json.WriteString("term", rate.Card.Term);
        json.WriteNumber("usdPerUnitHour", rate.Card.PerUnit.Rate);
        WritePeriod(json, rate.Card.From, rate.Card.To, rate.Card.FromBasis);
        WriteSource(json, rate.Card.Source, rate.Card.Checked);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, UnitPrice unit)
    {
        json.WriteStartObject();
        json.WriteString("subject", unit.Subject);
        json.WriteString("unit", unit.Unit);
        json.WriteStartArray("scopes");
        foreach (var scope in unit.Scopes)
        {
            json.WriteStringValue(Words.Of(scope));
        }

        json.WriteEndArray();
        json.WriteStartArray("regions");
        foreach (var region in unit.Regions)
        {
            json.WriteStringValue(region);
        }

        json.WriteEndArray();
        json.WriteString("term", unit.Term);
        json.WriteNumber("usd", unit.Usd);
        WritePeriod(json, unit.From, unit.To, unit.FromBasis);
        WriteSource(json, unit.Source, unit.Checked);
        json.WriteEndObject();
    }

    private static void WritePeriod(Utf8JsonWriter json, DateOnly from, DateOnly? to, FromBasis basis)
    {
        json.WriteString("from", $"{from:yyyy-MM-dd}");
        json.WriteString("to", to is { } end ? $"{end:yyyy-MM-dd}" : null);
        json.WriteString("fromBasis", basis.ToString().ToLowerInvariant());
    }

    private static void WriteSource(Utf8JsonWriter json, string source, DateOnly seen)
    {
        json.WriteString("source", source);
        json.WriteString("checked", $"{seen:yyyy-MM-dd}");
    }
}

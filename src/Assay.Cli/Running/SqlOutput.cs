using System.Globalization;
using System.Text.Json;
using Assay.Ledgers;
using Assay.Outputs;

namespace Assay.Cli.Running;

/// <summary>Rows of a query: a table for the eye, CSV, or JSON (<c>assay.sql/1</c>).</summary>
internal static class SqlOutput
{
    public static readonly string[] Forms = ["table", "csv", "json"];

    /// <summary>Rows that a table shows; CSV and JSON have all.</summary>
    private const int MostShown = 1_000;

    public static void Write(LedgerQuery query, string sql, string form, CancellationToken cancel)
    {
        switch (form)
        {
            case "json":
                StandardJson.Write("assay.sql/1", json => WriteJson(query, sql, json, cancel));
                break;
            case "csv":
                ReportFiles.ToStandardOutput(writer => query.Run(
                    sql,
                    names => writer.Write(string.Join(',', names.Select(PlainText.CsvField)) + "\n"),
                    row => writer.Write(string.Join(',', row.Select(Field)) + "\n"),
                    cancel));
                break;
            default:
                ReportFiles.ToStandardOutput(writer => WriteTable(query, sql, writer, cancel));
                break;
        }
    }

    private static void WriteTable(LedgerQuery query, string sql, TextWriter writer, CancellationToken cancel)
    {
        var rows = new List<string[]>();
        var isNumber = Array.Empty<bool>();
        var more = 0L;
        query.Run(
            sql,
            names =>
            {
                rows.Add([.. names.Select(PlainText.Visible)]);
                isNumber = [.. names.Select(_ => true)];
            },
            row =>
            {
                more += rows.Count > MostShown ? 1 : 0;
                if (rows.Count <= MostShown)
                {
                    rows.Add([.. row.Select(each => PlainText.Visible(Text(each, "null")))]);
                    isNumber = [.. row.Select((each, i) => isNumber[i] && each is null or not string and not bool)];
                }
            },
            cancel);
        var widths = isNumber.Select((_, i) => rows.Max(row => row[i].Length)).ToArray();
        foreach (var row in rows)
        {
            writer.WriteLine(string.Join("  ", row.Select(
                (each, i) => isNumber[i] ? each.PadLeft(widths[i]) : each.PadRight(widths[i]))).TrimEnd());
        }

        if (more > 0)
        {
            writer.WriteLine($"{more} more rows: --format csv has them");
        }
    }

    private static void WriteJson(LedgerQuery query, string sql, Utf8JsonWriter json, CancellationToken cancel)
    {
        query.Run(
            sql,
            names =>
            {
                json.WriteStartArray("columns");
                foreach (var name in names)
                {
                    json.WriteStringValue(name);
                }

                json.WriteEndArray();
                json.WriteStartArray("rows");
            },
            row =>
            {
                json.WriteStartArray();
                foreach (var value in row)
                {
                    WriteValue(json, value);
                }

                json.WriteEndArray();
            },
            cancel);
        json.WriteEndArray();
    }

    private static void WriteValue(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case bool truth:
                json.WriteBooleanValue(truth);
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case double number when !double.IsFinite(number):
            case float and (float.NaN or float.PositiveInfinity or float.NegativeInfinity):
                json.WriteNullValue();
                break;
            default:
                json.WriteRawValue(Text(value, "null"));
                break;
        }
    }

    private static string Field(object? value) =>
        value is string text ? PlainText.CsvField(text) : Text(value, "");

    private static string Text(object? value, string unknown) => value switch
    {
        null => unknown,
        bool truth => truth ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}

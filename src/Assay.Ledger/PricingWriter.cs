using Assay.Models;
using Assay.Units;
using Assay.Usage;

namespace Assay.Ledgers;

/// <summary>
/// Writes what is derived from prices: references, line items, notes. All of it is replaced each time.
/// </summary>
internal sealed class PricingWriter(Database database)
{
    private static readonly string[] Tables =
        ["model_reference", "line_item", "pricing", "pricing_note", "known_model", "successor_cost"];

    public static List<ModelReferenceRow> References(Database database) => database.Query(
        "select account, region, model_id, kind, scope, model, profile, owner, why from model_reference order by all",
        row => new ModelReferenceRow(
            row.GetString(0),
            row.GetString(1),
            row.GetString(2),
            Enum.Parse<ModelIdKind>(row.GetString(3)),
            Words.Scope(row.GetString(4)) ?? RoutingScope.Unknown,
            row.Text(5),
            row.Text(6),
            row.Text(7),
            row.Text(8)));

    public void Replace(Repricing repricing) => database.Transaction(() =>
    {
        foreach (var table in Tables)
        {
            database.Execute($"delete from {table}");
        }

        database.Execute($"insert into pricing values ('{repricing.PriceBook}')");
        Append(repricing.References);
        Append(repricing.Items);
        Append(repricing.Notes());
        Append(repricing.Models);
        Append(repricing.Successors);
    });

    private void Append(IEnumerable<ModelReferenceRow> references)
    {
        using var appender = database.Appender("model_reference");
        foreach (var row in references)
        {
            appender.CreateRow()
                .AppendValue(row.Account).AppendValue(row.Region).AppendValue(row.ModelId)
                .AppendValue(row.Kind.ToString()).AppendValue(Words.Of(row.Scope)).AppendValue(row.Model)
                .AppendValue(row.Profile).AppendValue(row.Owner).AppendValue(row.Why).EndRow();
        }
    }

    private void Append(IEnumerable<LineItem> items)
    {
        using var appender = database.Appender("line_item");
        foreach (var item in items)
        {
            appender.CreateRow()
                .AppendValue(item.MeterId).AppendValue(item.Ts.UtcDateTime).AppendValue(item.Kind)
                .AppendValue(item.Quantity).AppendValue(Kept(item.Cost?.Expected))
                .AppendValue(Kept(item.Cost?.Low)).AppendValue(Kept(item.Cost?.High))
                .AppendValue(item.WorkloadId).EndRow();
        }
    }

    private void Append(IEnumerable<PricingNote> notes)
    {
        using var appender = database.Appender("pricing_note");
        foreach (var note in notes)
        {
            appender.CreateRow()
                .AppendValue(note.MeterId).AppendValue(note.Note).AppendValue(note.Unpriced).EndRow();
        }
    }

    private void Append(IReadOnlyList<KnownModelRow> models)
    {
        using var appender = database.Appender("known_model");
        foreach (var row in models)
        {
            appender.CreateRow()
                .AppendValue(row.Model).AppendValue(row.Name).AppendValue(row.Status).AppendValue(row.LegacyFrom)
                .AppendValue(row.EndOfLife).AppendValue(row.Successor).AppendValue(row.SuccessorName)
                .AppendValue(row.SameTokenizer).AppendValue(row.BurnDown).EndRow();
        }
    }

    private void Append(IReadOnlyList<(int MeterId, Window Window, Usd? Cost)> successors)
    {
        using var appender = database.Appender("successor_cost");
        foreach (var (meter, window, cost) in successors)
        {
            appender.CreateRow()
                .AppendValue(meter).AppendValue(window.From.UtcDateTime).AppendValue(window.To.UtcDateTime)
                .AppendValue(Kept(cost)).EndRow();
        }
    }

    private static decimal? Kept(Usd? usd) => usd?.Kept().Amount;
}

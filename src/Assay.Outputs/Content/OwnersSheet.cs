using Assay.Outputs.Format;
using Assay.Reports;
using Assay.Wording;

namespace Assay.Outputs.Content;

/// <summary>Who spends.</summary>
internal static class OwnersSheet
{
    public static Sheet Of(Report report)
    {
        var rows = report.Owners.OrderByDescending(row => row.CostUsd).ToList();
        var inWindow = Money.Alike(rows.Select(row => row.CostUsd));
        var monthly = Money.Alike(rows.Select(row => Month.Of(row.CostUsd, report.Window)));
        return new Sheet("Owners", "of what has a price", Columns(report), [.. rows.Select(Row)])
        {
            More = "--format csv --csv-table owners has them",
        };

        IReadOnlyList<Span> Row(OwnerRow row) =>
        [
            row.Owner is { } owner ? new(owner, Tone.Strong) : new("no owner", Tone.Warning),
            new(Known(row.Channel), Tone.Dim),
            Percent.Of(row.Share),
            inWindow(row.CostUsd),
            monthly(Month.Of(row.CostUsd, report.Window)),
        ];
    }

    private static List<Column> Columns(Report report) =>
    [
        new("owner", ColumnKind.Id), new("known by", ColumnKind.Words), new("share"), new(When.Length(report.Window)),
        new("a month"),
    ];

    private static string Known(OwnerChannel channel) => channel switch
    {
        OwnerChannel.ProfileTag => "a tag of the resource",
        OwnerChannel.Profile => "name of the inference profile",
        OwnerChannel.PrincipalTag => "tag of the caller",
        OwnerChannel.Principal => "the caller",
        OwnerChannel.Metadata => "metadata of the call",
        OwnerChannel.Project => "the project",
        OwnerChannel.Account => "the account",
        _ => Percent.None,
    };
}

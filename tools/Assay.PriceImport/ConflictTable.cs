using System.Globalization;
using System.Text;
using Assay.Models;

namespace Assay.PriceImport;

/// <summary>The generated page of every price in a source that the book does not have, with the reason.</summary>
internal static class ConflictTable
{
    public static string Write(IReadOnlyList<Observation> observations, BookIndex book)
    {
        var judge = new Judge(book, new Causes(book, observations));
        var judged = observations.Select(seen => (Seen: seen, Reason: judge.Reason(seen))).ToList();
        var text = new StringBuilder();
        text.Append("""
            # 10. Where the price sources disagree

            <!-- Written by tools/Assay.PriceImport; not by hand. -->

            Each line is a price of a source that the book does not have where the source has it, with what the book has and
            why. Sources are believed in this order: what comes from AWS, what somebody checked by hand, what a community
            keeps. No price is made by a multiplier where a rate is known. A value that a source later took back is a
            typing error until another source has seen it; it never becomes a period.

            | source | prices read | in the book | here |
            | --- | ---: | ---: | ---: |

            """);
        foreach (var source in Sources.All)
        {
            var own = judged.Where(each => each.Seen.Source == source.Key).ToList();
            if (own.Count > 0)
            {
                var here = own.Count(each => each.Reason is not null);
                text.Append(CultureInfo.InvariantCulture, $"| [{source.Key}]({source.Url}) | {own.Count} | {own.Count - here} | {here} |\n");
            }
        }

        foreach (var source in judged.Where(each => each.Reason is not null).GroupBy(each => each.Seen.Source))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {source.Key}\n\n{Sources.Of(source.Key).Title}, {Sources.Of(source.Key).Published:yyyy-MM-dd}.\n\n");
            text.Append("| as spelled there | where | kind | there | in the book | why |\n| --- | --- | --- | ---: | ---: | --- |\n");
            foreach (var line in source.Select(each => Line(each.Seen, judge.Instead(each.Seen), each.Reason!)).Distinct().Order(StringComparer.Ordinal))
            {
                text.Append(line).Append('\n');
            }
        }

        return text.ToString();
    }

    /// <summary>The line of one observation, which is also how a test finds it again.</summary>
    public static string Line(Observation seen, string instead, string reason)
    {
        var where = string.Join(
            ", ",
            new[]
            {
                string.Join(' ', seen.Regions),
                seen.Tier is null or ServiceTier.Standard ? "" : Words.Of(seen.Tier.Value),
                seen.LongContext ? "long context" : "",
                seen.Term == "none" ? "" : seen.Term,
                seen.Effective is { } day ? $"from {day:yyyy-MM-dd}" : "",
            }.Where(part => part.Length > 0));
        var name = seen.Spelling.Replace("|", "/", StringComparison.Ordinal);
        var usd = seen.Usd.ToString("0.############", CultureInfo.InvariantCulture);
        return $"| {name} | {where} | {seen.Kind} | {usd} | {instead} | {reason} |";
    }
}

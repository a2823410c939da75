using Assay.Models;

namespace Assay.Pricing;

/// <summary>
/// A user's prices by units and hours over a book's, by the rule of <see cref="PriceOverlay"/>: from its first day on
/// the user's holds, up to one of the book that began after the user's was checked.
/// </summary>
internal static class UnitOverlay
{
    public static IReadOnlyList<UnitPrice> Of(IReadOnlyList<UnitPrice> held, IReadOnlyList<UnitPrice> own) => Laid(
        held,
        own,
        Key,
        unit => (unit.From, unit.To, unit.Checked),
        (unit, to) => unit with { To = to });

    public static IReadOnlyList<ProvisionedCard> Of(
        IReadOnlyList<ProvisionedCard> held, IReadOnlyList<ProvisionedCard> own) => Laid(
            held,
            own,
            card => string.Join(' ', [card.Term, .. card.Regions.Order(StringComparer.Ordinal)]),
            card => (card.From, card.To, card.Checked),
            (card, to) => card with { To = to });

    private static string Key(UnitPrice unit) => string.Join(
        ' ',
        [
            unit.Subject, unit.Unit, unit.Term,
            .. unit.Scopes.Order().Select(Words.Of), .. unit.Regions.Order(StringComparer.Ordinal),
        ]);

    private static List<T> Laid<T>(
        IReadOnlyList<T> held,
        IReadOnlyList<T> own,
        Func<T, string> key,
        Func<T, (DateOnly From, DateOnly? To, DateOnly Checked)> span,
        Func<T, DateOnly?, T> until)
    {
        var all = held.ToList();
        // The first that fits is found, so the user's stand first.
        foreach (var one in own.OrderBy(each => span(each).From))
        {
            var (from, to, seen) = span(one);
            var same = all.Where(each => key(each) == key(one)).ToList();
            var next = same.Select(each => span(each).From).Where(day => day > seen && day > from).Order().ToList();
            var end = next is [var first, ..] && !(to <= first) ? first : to;
            all = [.. all.Where(each => !same.Contains(each))];
            all.InsertRange(0, same.Where(each => span(each).From >= end || span(each).To <= from));
            all.InsertRange(0, same.Where(each => span(each).From < from && !(span(each).To <= from))
                .Select(each => until(each, from)));
            all.Insert(0, until(one, end));
        }

        return all;
    }
}

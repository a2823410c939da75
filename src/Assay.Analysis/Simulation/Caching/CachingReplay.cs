using System.Globalization;
using Assay.Findings;

namespace Assay.Analysis.Simulation.Caching;

/// <summary>Prompt caching, replayed: the upper bound, or what Bedrock would do with checkpoints placed.</summary>
internal sealed class CachingReplay : IReplayLever
{
    public string Id => "prompt-caching";

    public ReplayPlan Plan(LeverRequest request, ReplayContext context, Func<IReadOnlyList<IReplayStep>> before)
    {
        request.Only("mode", "ttl", "points", "regions", "rates", "writes", "changing");
        var mode = request.OneOf("mode", "placed", "ideal");
        var ttl = mode == "ideal"
            ? request.OneOf("ttl", "5m", "1h", "30m", CacheTtl.Best)
            : request.OneOf("ttl", "5m", "1h", "30m", CacheTtl.Mixed.Word, CacheTtl.Best);
        var pointWords = request.Text("points", "tools,system,last");
        var rates = request.Given.ContainsKey("rates") ? Rates(request) : null;
        var wanted = Wish(request, new(mode == "ideal", ttl, Points(request, pointWords), 1, rates)
        {
            MovesWhatChanges = request.OneOf("changing", "stays", "last") == "last",
        });
        var choice = new CachingChoice(context, wanted, before);
        return new ReplayPlan(
            Id,
            Options(request, wanted, mode, request.Text("regions", "agnostic"), pointWords),
            choice.Assumptions,
            choice.Make,
            rates)
        {
            MakeAt = asked => choice.MakeAs(Wish(asked, wanted)),
            Advice = choice.Of,
            Unsure = choice.Unsure,
            Evidence = wanted.IsIdeal ? Evidence.Bounded
                : wanted.MovesWhatChanges ? Evidence.Assumed
                : Evidence.Measured,
        };

        // What no call shows.
        CachingWish Wish(LeverRequest asked, CachingWish wish) => wish with
        {
            Lanes = asked.OneOf("regions", "agnostic", "local") == "agnostic" ? 1
                : Math.Max(1, context.Calls.Lanes.Count),
            TrustsListedWrites = rates is not null || asked.OneOf("writes", "input", "listed") == "listed",
        };
    }

    private static List<(string, string)> Options(
        LeverRequest request, CachingWish wish, string mode, string regions, string points)
    {
        List<(string, string)> options = [("mode", mode), ("ttl", wish.Ttl)];
        if (!wish.IsIdeal)
        {
            options.Add(("points", points));
        }

        options.Add(("regions", regions));
        options.AddRange(((string[])["writes", "changing"]).Where(request.Given.ContainsKey)
            .Select(name => (name, request.Given[name])));

        if (wish.Rates is not null)
        {
            options.Add(("rates", request.Given["rates"]));
        }

        return options;
    }

    /// <returns>Null for <c>auto</c>.</returns>
    private static CachePoints? Points(LeverRequest request, string words)
    {
        if (words == "auto")
        {
            return null;
        }

        var points = CachePoints.None;
        foreach (var word in words.Split(','))
        {
            points |= word switch
            {
                "tools" => CachePoints.Tools,
                "stable" => CachePoints.Stable,
                "system" => CachePoints.System,
                "last" => CachePoints.Last,
                _ => throw request.Wrong("points", "auto, or some of stable, tools, system, last"),
            };
        }

        return points;
    }

    private static CacheRates Rates(LeverRequest request)
    {
        var factors = request.Given["rates"].Split('/').Select(each =>
            decimal.TryParse(each, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var factor)
            && factor <= 1_000 ? factor : -1).ToList();
        return factors is [>= 0 and var write5m, >= 0 and var write1h, >= 0 and var read]
            ? new CacheRates(write5m, write1h, read)
            : throw request.Wrong("rates", "write5m/write1h/read as multipliers of the input price: 1.25/2.0/0.1");
    }
}

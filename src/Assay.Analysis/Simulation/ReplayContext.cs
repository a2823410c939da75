using Assay.Analysis.Levers;
using Assay.Analysis.Simulation.Caching;
using Assay.Ledgers;
using Assay.Ledgers.Replaying;
using Assay.Models;
using Assay.Pricing;
using Assay.Usage;

namespace Assay.Analysis.Simulation;

/// <summary>What levers are planned with: the calls, what they are priced as, and the prices.</summary>
internal sealed class ReplayContext
{
    private Tally? asMade;
    private PrefixWatch? prefixes;

    /// <param name="isCounted">Leaves out calls of hours for which metrics count.</param>
    public ReplayContext(Ledger ledger, PriceBook book, Window window, bool isCounted = false)
    {
        Book = book;
        Day = DateOnly.FromDateTime(window.To.UtcDateTime.AddTicks(-1));
        Calls = ledger.ReadCalls(window, isCounted);
        Board = new PriceBoard(ledger, book, Day);
        Workloads = ledger.AllWorkloads.ToDictionary(each => each.Id);
        Meters = [.. Calls.Groups.Select(group => ledger.Meters[group.Meter])];
    }

    public PriceBook Book { get; }

    /// <summary>Where levers may send calls, and how much is assumed of what no call shows.</summary>
    public LeverOptions Options { get; init; } = LeverOptions.Default;

    public DateOnly Day { get; }

    public CallSequence Calls { get; }

    public PriceBoard Board { get; }

    /// <summary>By their ids.</summary>
    public IReadOnlyDictionary<int, WorkloadRecord> Workloads { get; }

    /// <summary>Of each group, as the calls were made.</summary>
    public IReadOnlyList<Meter> Meters { get; }

    /// <summary>The calls as they were made; read once.</summary>
    public Tally AsMade
    {
        get
        {
            Read();
            return asMade!;
        }
    }

    /// <summary>How the calls' prompts begin; read with <see cref="AsMade"/>.</summary>
    public PrefixWatch Prefixes
    {
        get
        {
            Read();
            return prefixes!;
        }
    }

    /// <summary>
    /// The group that calls were made in, of one that a replay makes further calls in: see
    /// <see cref="IReplayStep.Meters"/>.
    /// </summary>
    public int MadeIn(int group) => group % Meters.Count;

    public Tally NewTally() => new([.. Meters.Select(Board.LongFrom)]);

    /// <summary>What each group is priced as once these steps are done.</summary>
    public IReadOnlyList<Meter> MetersAfter(IEnumerable<IReplayStep> before) =>
        before.Aggregate(Meters, (meters, step) => step.Meters(meters));

    private void Read()
    {
        if (asMade is null)
        {
            var (tally, watch) = (NewTally(), new PrefixWatch(Calls));
            Simulator.Run(Calls, tally, [ChainOf([watch])]);
            (asMade, prefixes) = (tally, watch);
        }
    }

    public Chain ChainOf(IReadOnlyList<IReplayStep> steps) => new(steps, Meters, Board.LongFrom);
}

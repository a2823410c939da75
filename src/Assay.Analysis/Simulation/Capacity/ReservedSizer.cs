namespace Assay.Analysis.Simulation.Capacity;

/// <summary>
/// Sizes a reservation of input and output apart. AWS says that what does not fit is served at the Standard tier; it
/// does not say whether a call that exceeds one of the two spills whole. So there are two costs of every pair: each
/// kind by itself spills least (<see cref="Apart"/>), calls that spill whole most (<see cref="Together"/>): of a window
/// the share by which it exceeds the tighter of the two.
/// </summary>
internal sealed class ReservedSizer
{
    /// <summary>Reservations are sold by the thousand.</summary>
    public const int Step = 1_000;

    private readonly (decimal Input, decimal Output)[] busy;
    private readonly LanePrice input;
    private readonly LanePrice output;

    /// <param name="demand">Of every window, in tokens a minute.</param>
    public ReservedSizer(IReadOnlyList<(decimal Input, decimal Output)> demand, LanePrice input, LanePrice output)
    {
        busy = [.. demand.Where(each => each.Input + each.Output > 0)];
        (Windows, this.input, this.output) = (demand.Count, input, output);
        (Inputs, Outputs) = (new(demand.Select(each => each.Input)), new(demand.Select(each => each.Output)));
    }

    public int Windows { get; }

    public DemandCurve Inputs { get; }

    public DemandCurve Outputs { get; }

    /// <summary>Of all windows, without capacity.</summary>
    public decimal OnDemand => (input.Worth * Inputs.Total) + (output.Worth * Outputs.Total);

    public decimal Capacity(ReservedPair size) =>
        Windows * ((input.Capacity * size.InputTpm) + (output.Capacity * size.OutputTpm));

    /// <summary>What the pair could serve, at on-demand prices.</summary>
    public decimal Full(ReservedPair size) =>
        Windows * ((input.Worth * size.InputTpm) + (output.Worth * size.OutputTpm));

    public decimal Apart(ReservedPair size) => Capacity(size)
        + (input.Worth * Inputs.Spill(size.InputTpm)) + (output.Worth * Outputs.Spill(size.OutputTpm));

    public decimal Together(ReservedPair size) => Together(size.InputTpm, size.OutputTpm);

    /// <summary>Input and output of all windows that are not served from the pair, where calls spill whole.</summary>
    public (decimal Input, decimal Output) Spill(ReservedPair size) => Spill(size.InputTpm, size.OutputTpm);

    private decimal Together(decimal inputTpm, decimal outputTpm)
    {
        var (ofInput, ofOutput) = Spill(inputTpm, outputTpm);
        return (Windows * ((input.Capacity * inputTpm) + (output.Capacity * outputTpm)))
            + (input.Worth * ofInput) + (output.Worth * ofOutput);
    }

    private (decimal Input, decimal Output) Spill(decimal inputTpm, decimal outputTpm)
    {
        var (ofInput, ofOutput) = (0m, 0m);
        foreach (var (tokensIn, tokensOut) in busy)
        {
            var share = Math.Max(Exceeding(tokensIn, inputTpm), Exceeding(tokensOut, outputTpm));
            ofInput += share * tokensIn;
            ofOutput += share * tokensOut;
        }

        return (ofInput, ofOutput);
    }

    /// <summary>Each kind sized by its own demand, as if it spilled by itself.</summary>
    public ReservedPair BestApart() => new(Best(Inputs, input), Best(Outputs, output));

    /// <summary>
    /// The pair that costs least where calls spill whole, of all that are sold. For each output the best input is known
    /// at once. The cost of that, were any size sold, bends one way only: the output is bisected by it, and from there
    /// every output is tried at which it does not yet exceed the best that is sold.
    /// </summary>
    public ReservedPair BestTogether()
    {
        var (first, last) = (output.Minimum / Step, (Math.Max(output.Minimum, (long)Outputs.Most) / Step) + 1);
        var (low, high) = (first, last);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Beside(middle).Free <= Beside(middle + 1).Free ? (low, middle) : (middle + 1, high);
        }

        var (best, cost) = (Beside(low).Sold, Together(Beside(low).Sold));
        Try(-1);
        Try(1);
        return best;

        void Try(int step)
        {
            for (var at = low + step; at >= first && at <= last; at += step)
            {
                var (free, sold) = Beside(at);
                if (free >= cost)
                {
                    return;
                }

                (best, cost) = Together(sold) < cost ? (sold, Together(sold)) : (best, cost);
            }
        }
    }

    /// <summary>Beside an output, the least that any input costs, and the input of those that are sold.</summary>
    private (decimal Free, ReservedPair Sold) Beside(long outputThousands)
    {
        var outputTpm = outputThousands * Step;
        var inputTpm = Math.Max(input.Minimum, InputFor(outputTpm));
        var sold = Sold(inputTpm, input.Minimum).Select(each => new ReservedPair(each, outputTpm)).MinBy(Together);
        return (Together(inputTpm, outputTpm), sold);
    }

    /// <summary>
    /// The input that costs least beside an output: one token a minute more costs its price in every window and keeps
    /// back the worth of a window ÷ its input, wherever input is what spills.
    /// </summary>
    private decimal InputFor(decimal outputTpm)
    {
        var spilling = busy.Where(each => each.Input > 0).ToArray();
        var from = spilling.Select(each => each.Input * (1 - Exceeding(each.Output, outputTpm))).ToArray();
        var kept = spilling.Select(each => input.Worth + (each.Output * output.Worth / each.Input)).ToArray();
        Array.Sort(from, kept);
        var sum = 0m;
        for (var i = from.Length - 1; i >= 0; i--)
        {
            sum += kept[i];
            if (sum > input.Capacity * Windows)
            {
                return from[i];
            }
        }

        return 0;
    }

    private static IEnumerable<long> Sold(decimal tpm, long minimum)
    {
        var down = (long)(tpm / Step) * Step;
        return new[] { down, down + Step }.Select(each => Math.Max(minimum, each)).Distinct();
    }

    private static long Best(DemandCurve demand, LanePrice price)
    {
        var free = price.Worth > 0 ? demand.Best(price.Capacity / price.Worth) : 0;
        return Sold(free, price.Minimum)
            .MinBy(each => (price.Capacity * each * demand.Count) + (price.Worth * demand.Spill(each)));
    }

    /// <summary>The share of a window's tokens that does not fit.</summary>
    private static decimal Exceeding(decimal tokens, decimal size) => tokens > size ? 1 - (size / tokens) : 0;
}

using Assay.Analysis.Checks;
using Assay.Analysis.Levers;
using Assay.Analysis.Owners;

namespace Assay.Cli.Hosting;

/// <summary>
/// What <c>assay.yaml</c> and the command line decide: thresholds, what levers may do, checks, and which tags name an
/// owner.
/// </summary>
internal sealed record Configuration(LeverOptions Levers, OwnerRules Owners, CheckChoice Checks)
{
    public static Configuration Default { get; } = new(LeverOptions.Default, OwnerRules.Default, CheckChoice.Default);

    /// <summary>Names of thresholds: those of levers, and <c>check.parameter</c>.</summary>
    public static IEnumerable<string> Thresholds { get; } =
    [
        .. Analysis.Levers.Thresholds.Names,
        .. SqlCheck.All.SelectMany(check => check.Parameters).Select(parameter => parameter.Key),
    ];

    /// <returns>Null where no threshold has this name.</returns>
    public Configuration? With(string threshold, decimal value) =>
        Analysis.Levers.Thresholds.Set(Levers, threshold, value) is { } levers ? this with { Levers = levers }
        : !Thresholds.Contains(threshold) ? null
        : this with
        {
            Checks = Checks with
            {
                Parameters = new Dictionary<string, decimal>(Checks.Parameters) { [threshold] = value },
            },
        };
}

using Assay.Usage;

namespace Assay.Analysis.Simulation;

/// <param name="IsLong">Prompts of the long-context band.</param>
internal sealed record TallyRow(int Group, DateOnly Day, bool IsLong, TokenCounts Tokens);

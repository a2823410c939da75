using Assay.Analysis.Simulation.Capacity;

namespace Assay.Analysis.Levers;

/// <summary>A single call of one of the account's rows.</summary>
/// <param name="Minute">Minutes since 1970.</param>
/// <param name="Row">The row's place.</param>
internal readonly record struct RowCall(long Minute, int Row, WindowTokens Tokens);

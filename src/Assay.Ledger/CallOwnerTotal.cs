using Assay.Units;

namespace Assay.Ledgers;

/// <param name="Owner">What request metadata says.</param>
/// <param name="Caller">The role or user.</param>
public sealed record CallOwnerTotal(int MeterId, string? Owner, string? Caller, Usd Cost);

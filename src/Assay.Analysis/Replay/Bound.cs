namespace Assay.Analysis.Replay;

/// <summary>Which end of a range a plan is drawn for: how much of a change's promise comes true.</summary>
public enum Bound
{
    Low,
    Expected,
    High,
}

namespace Assay.Outputs.Content;

/// <summary>How something is said; each form shows it its own way, and no meaning is in the tone alone.</summary>
internal enum Tone
{
    Plain,
    Strong,
    Dim,
    Good,
    Warning,
    Bad,
}

namespace Assay.Outputs.Content;

/// <summary>Words said in one tone. The text is as the report has it: each form makes it safe.</summary>
internal sealed record Span(string Text, Tone Tone = Tone.Plain)
{
    public static implicit operator Span(string text) => new(text);
}

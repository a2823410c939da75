using Assay.Findings;

namespace Assay.Outputs.Json;

/// <summary>One element of <c>findings[]</c>.</summary>
internal sealed class FindingJson(JsonPen pen)
{
    public void Write(Finding finding)
    {
        pen.Text("id", finding.Id);
        pen.Text("lever", finding.Lever);
        pen.Text("check", finding.Check);
        pen.Word<Severity>("severity", finding.Severity);
        pen.Object("subject", () => Subject(finding.Subject));
        pen.Text("owner", finding.Owner);
        pen.Text("title", finding.Title);
        pen.Text("reason", finding.Reason);
        Saving(finding.Saving);
        pen.Money("concernsUsd", finding.ConcernsUsd);
        pen.Text("effort", finding.Effort?.ToString().ToLowerInvariant());
        pen.Object("remedy", () => Remedy(finding.Remedy));
        pen.Text("verify", finding.Verify);
    }

    private void Subject(Subject subject)
    {
        pen.Text("account", subject.Account);
        pen.Text("region", subject.Region);
        pen.Text("modelId", subject.ModelId);
        pen.Text("workload", subject.Workload);
        pen.Text("resource", subject.Resource);
    }

    private void Saving(Saving? saving)
    {
        if (saving is null)
        {
            pen.Null("saving");
            return;
        }

        pen.Object("saving", () =>
        {
            pen.Range("standalone", saving.Standalone);
            pen.Range("inSequence", saving.InSequence);
            pen.Time("availableFrom", saving.AvailableFrom);
            pen.Text("needs", saving.Needs);
            pen.Word<Evidence>("evidence", saving.Evidence);
            pen.Texts("assumptions", saving.Assumptions);
        });
    }

    private void Remedy(Remedy remedy)
    {
        pen.Text("text", remedy.Text);
        pen.List("snippets", remedy.Snippets, snippet =>
        {
            pen.Text("language", snippet.Language);
            pen.Text("code", snippet.Code);
        });
    }
}

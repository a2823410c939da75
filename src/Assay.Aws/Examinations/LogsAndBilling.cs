using System.Text;
using System.Xml;
using System.Xml.Linq;
using Assay.Aws.Billing;
using Assay.Aws.Reading;
using Assay.Aws.Transport;
using Assay.Usage;

namespace Assay.Aws.Examinations;

/// <summary>Tries the second tier: the bill, its exports, and invocation logs in their bucket.</summary>
internal static class LogsAndBilling
{
    private const string Exports = "cost-exports";

    private const string Logs = "invocation-logs";

    public static async Task TryBillAsync(Patient patient, Window window, CancellationToken cancellationToken)
    {
        var bill = new BillReader(patient.Place, window);
        await patient.TryAsync(bill.AskServices(token: null), cancellationToken);
        await patient.TryAsync(bill.AskCosts(["Amazon Bedrock"], token: null), cancellationToken);
        var reports = await patient.TryAsync(
            patient.Place.Call(AllowedOperations.DescribeReportDefinitions), cancellationToken);
        var exports = await patient.TryAsync(patient.Place.Call(AllowedOperations.ListExports), cancellationToken);
        if (reports is not null && exports is not null)
        {
            var count = reports.Value.List("ReportDefinitions").Count() + exports.Value.List("Exports").Count();
            patient.Say(
                count == 0 ? CheckStatus.Off : CheckStatus.Ok, Exports,
                count == 0 ? "there is neither a Cost and Usage Report nor a data export" : $"{count} found",
                count == 0 ? "create a CUR 2.0 export with resource ids under Data Exports of the console" : null);
        }
    }

    /// <param name="prefix">Before the path that Bedrock writes to; null or empty where there is none.</param>
    public static async Task TryLogsAsync(
        Patient patient, string bucket, string? prefix, CancellationToken cancellationToken)
    {
        var place = patient.Place;
        var path = $"{(string.IsNullOrEmpty(prefix) ? "" : prefix.TrimEnd('/') + "/")}AWSLogs/{place.Account}/"
            + "BedrockModelInvocationLogs/";
        var list = place.Call(AllowedOperations.ListObjectsV2) with
        {
            Labels = [new("Bucket", bucket)],
            Query = [new("list-type", "2"), new("max-keys", "1"), new("prefix", path)],
        };
        var reply = await place.AskAsync(list, cancellationToken);
        if (reply.Error is not null)
        {
            await patient.TryAsync(list, cancellationToken);
            return;
        }

        patient.Say(CheckStatus.Ok, AllowedOperations.ListObjectsV2.IamAction!, "works");
        if (FirstKey(reply.Body) is { } key)
        {
            await patient.TryAsync(
                place.Call(AllowedOperations.HeadObject) with
                {
                    Labels = [new("Bucket", bucket), new("Key+", key)],
                },
                cancellationToken);
        }
        else
        {
            patient.Say(
                CheckStatus.Off, Logs, $"s3://{bucket}/{path} is empty: whether s3:GetObject works can't be told",
                "make a call in this Region and ask again some minutes later");
        }
    }

    /// <summary>Asks for one event of a moment at which there was none: nobody's prompt is read.</summary>
    public static Task TryEventsAsync(Patient patient, string group, CancellationToken cancellationToken) =>
        patient.TryAsync(
            patient.Place.Call(AllowedOperations.FilterLogEvents) with
            {
                Body = JsonBody.Write(writer =>
                {
                    writer.WriteString("logGroupName", group);
                    writer.WriteNumber("startTime", 0);
                    writer.WriteNumber("endTime", 1);
                    writer.WriteNumber("limit", 1);
                }),
            },
            cancellationToken);

    private static string? FirstKey(byte[] body)
    {
        try
        {
            return XDocument.Parse(Encoding.UTF8.GetString(body)).Descendants()
                .FirstOrDefault(element => element.Name.LocalName == "Key")?.Value;
        }
        catch (XmlException)
        {
            return null;
        }
    }
}

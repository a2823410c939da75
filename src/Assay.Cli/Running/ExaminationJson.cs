using System.Text.Json;
using Assay.Aws.Examinations;

namespace Assay.Cli.Running;

/// <summary>Writes <c>assay.doctor/1</c> to standard output.</summary>
internal static class ExaminationJson
{
    public static void Write(Examination found)
    {
        StandardJson.Write("assay.doctor/1", json =>
        {
            json.WriteBoolean("sound", found.IsSound);
            json.WriteStartArray("checks");
            foreach (var check in found.Checks)
            {
                json.WriteStartObject();
                json.WriteString("status", check.Status.ToString().ToLowerInvariant());
                json.WriteString("subject", check.Subject);
                json.WriteString("account", check.Account);
                json.WriteString("region", check.Region);
                json.WriteString("what", check.What);
                json.WriteString("remedy", check.Remedy);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("missingStatements");
            foreach (var statement in ExaminationTable.Missing(found))
            {
                PolicyJson.Write(json, statement);
            }

            json.WriteEndArray();
            json.WriteNumber("apiCalls", found.Receipt.ApiCalls);
            json.WriteNumber("apiCostUsd", found.Receipt.ApiCost.Amount);
        });
    }
}

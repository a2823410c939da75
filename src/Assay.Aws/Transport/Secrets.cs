using System.Text;
using System.Text.RegularExpressions;

namespace Assay.Aws.Transport;

/// <summary>
/// Removes what looks like AWS credentials from text that is kept. None of the recorded operations returns any; this
/// is a second lock.
/// </summary>
internal static partial class Secrets
{
    private const string Gone = "REMOVED";

    public static string Remove(string text) =>
        SecretMember().Replace(AccessKey().Replace(text, Gone), match => $"{match.Groups["name"].Value}\"{Gone}\"");

    /// <summary>The same bytes where there is nothing to remove.</summary>
    public static byte[] Remove(byte[] body) => MayHold(body)
        ? Encoding.UTF8.GetBytes(Remove(Encoding.UTF8.GetString(body)))
        : body;

    private static bool MayHold(ReadOnlySpan<byte> body) =>
        body.IndexOf("AKIA"u8) >= 0 || body.IndexOf("ASIA"u8) >= 0
        || body.IndexOf("ecretAccessKey"u8) >= 0 || body.IndexOf("essionToken"u8) >= 0;

    [GeneratedRegex("(?<![A-Z0-9])A[KS]IA[A-Z0-9]{16}(?![A-Z0-9])")]
    private static partial Regex AccessKey();

    [GeneratedRegex("(?<name>\"[sS](?:ecretAccessKey|essionToken)\"\\s*:\\s*)\"[^\"]*\"")]
    private static partial Regex SecretMember();
}

using System.Collections;
using Assay.Diagnostics;

namespace Assay.Aws.Clients;

/// <summary>
/// Addresses given in the environment. The SDK fails on one that is none with an exception that doesn't name it, so
/// they are looked at before any client is made.
/// </summary>
internal static class EndpointVariables
{
    private const string Prefix = "AWS_ENDPOINT_URL";

    /// <exception cref="AssayException">A variable holds no http or https address.</exception>
    public static void Check()
    {
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            if (variable is { Key: string name, Value: string { Length: > 0 } value }
                && name.StartsWith(Prefix, StringComparison.Ordinal)
                && !(Uri.TryCreate(value, UriKind.Absolute, out var uri) && (uri.Scheme is "http" or "https")))
            {
                throw new AssayException(
                    ExitCode.Usage,
                    $"{name} holds no address",
                    "set it to one such as http://127.0.0.1:5000, or unset it");
            }
        }
    }
}

using System.Collections.Concurrent;
using Amazon.Runtime;

namespace Assay.Aws.Accounts;

/// <summary>The credentials of each account that can be read.</summary>
internal sealed class Wallet
{
    private readonly ConcurrentDictionary<string, AWSCredentials> credentials = new(StringComparer.Ordinal);

    public void Put(string account, AWSCredentials value) => credentials[account] = value;

    public AWSCredentials Of(string account) => credentials[account];
}

using Assay.Aws.Transport;

namespace Assay.Aws.Accounts;

/// <summary>Keeps who scanned and which roles were refused; never what STS answered.</summary>
internal sealed class RecordingIdentity(IIdentity inner, RecordingWriter writer) : IIdentity
{
    public async Task<string> CallerAsync(CancellationToken cancellationToken)
    {
        var account = await inner.CallerAsync(cancellationToken);
        writer.Caller(account);
        return account;
    }

    public async Task<ApiError?> BecomeAsync(string account, string roleArn, CancellationToken cancellationToken)
    {
        var error = await inner.BecomeAsync(account, roleArn, cancellationToken);
        var kept = error is null ? null : error with { Message = Secrets.Remove(error.Message) };
        writer.Role(account, roleArn, kept);
        return kept;
    }
}

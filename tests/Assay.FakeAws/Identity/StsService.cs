using System.Globalization;
using System.Security;
using Assay.FakeAws.Signing;
using Assay.FakeAws.Wire;

namespace Assay.FakeAws.Identity;

/// <summary>STS: who am I, and other accounts' roles.</summary>
internal sealed class StsService(CredentialStore store) : FakeService
{
    private const int MaxChainedSeconds = 3600;

    public override string SigningName => "sts";

    public override Protocol Protocol => Protocol.Query;

    public override bool NeedsNoPermission(string operation) => operation == "GetCallerIdentity";

    public override string? OperationOf(Incoming request) =>
        request.Form().GetValueOrDefault("Action") is ("GetCallerIdentity" or "AssumeRole") and var action
            ? action
            : null;

    public override Reply Answer(ServiceCall call) =>
        call.Operation == "GetCallerIdentity" ? CallerIdentity(call) : AssumeRole(call);

    private static Reply CallerIdentity(ServiceCall call) => Result("GetCallerIdentity",
        $"""
            <Arn>{SecurityElement.Escape(call.Caller.Arn)}</Arn>
            <UserId>{SecurityElement.Escape(call.Caller.UserId)}</UserId>
            <Account>{call.Caller.Account}</Account>
        """);

    private Reply AssumeRole(ServiceCall call)
    {
        var form = call.Request.Form();
        var arn = form.GetValueOrDefault("RoleArn") ?? "";
        var session = form.GetValueOrDefault("RoleSessionName") ?? "";
        if (session.Length is < 2 or > 64 || !session.All(c => char.IsAsciiLetterOrDigit(c) || "+=,.@_-".Contains(c)))
        {
            throw new AwsException(
                Fault.Validation,
                $"1 validation error detected: Value '{session}' at 'roleSessionName' failed to satisfy constraint");
        }

        var seconds = Duration(call, form.GetValueOrDefault("DurationSeconds"));
        var (account, role) = Find(call, arn, form.GetValueOrDefault("ExternalId"));
        var roleId = "AROA" + CredentialStore.Text(arn, 17);
        var caller = new Caller(
            account.Id, $"arn:aws:sts::{account.Id}:assumed-role/{role.Name}/{session}", $"{roleId}:{session}",
            role.AllowedActions ?? account.AllowedActions);
        var expires = call.Options.SigningClock.GetUtcNow().AddSeconds(seconds);
        var given = store.Issue(caller, expires);
        return Result("AssumeRole",
            $"""
                <AssumedRoleUser>
                  <AssumedRoleId>{caller.UserId}</AssumedRoleId>
                  <Arn>{caller.Arn}</Arn>
                </AssumedRoleUser>
                <Credentials>
                  <AccessKeyId>{given.AccessKeyId}</AccessKeyId>
                  <SecretAccessKey>{given.Secret}</SecretAccessKey>
                  <SessionToken>{given.SessionToken}</SessionToken>
                  <Expiration>{expires.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}</Expiration>
                </Credentials>
            """);
    }

    private static int Duration(ServiceCall call, string? text)
    {
        var seconds = text is null ? MaxChainedSeconds : int.Parse(text, CultureInfo.InvariantCulture);
        if (seconds is < 900 or > 43200)
        {
            throw new AwsException(
                Fault.Validation,
                $"1 validation error detected: Value '{seconds}' at 'durationSeconds' failed to satisfy constraint");
        }

        // A role that assumes a role gets an hour at most, whatever the second role allows.
        return seconds <= MaxChainedSeconds || !call.Caller.Arn.Contains(":assumed-role/", StringComparison.Ordinal)
            ? seconds
            : throw new AwsException(
                Fault.Validation,
                "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining");
    }

    /// <summary>The role, if the caller is trusted. AWS does not tell a missing role from a refusing one.</summary>
    private static (Account Account, Role Role) Find(ServiceCall call, string arn, string? externalId)
    {
        if (arn.Split(':') is ["arn", "aws", "iam", "", var accountId, var resource]
            && resource.StartsWith("role/", StringComparison.Ordinal)
            && call.World.Accounts.FirstOrDefault(a => a.Id == accountId) is { } account
            && account.Roles.FirstOrDefault(r => r.Name == resource[(resource.LastIndexOf('/') + 1)..]) is { } role
            && (role.TrustedAccounts?.Contains(call.Caller.Account) ?? true)
            && (role.ExternalId is null || role.ExternalId == externalId))
        {
            return (account, role);
        }

        throw new AwsException(
            Fault.AccessDenied,
            $"User: {call.Caller.Arn} is not authorized to perform: sts:AssumeRole on resource: {arn}");
    }

    private static Reply Result(string operation, string content) => Reply.Xml(
        $"""
        <{operation}Response xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
          <{operation}Result>
        {content}
          </{operation}Result>
          <ResponseMetadata>
            <RequestId>00000000-0000-4000-8000-000000000000</RequestId>
          </ResponseMetadata>
        </{operation}Response>
        """);
}

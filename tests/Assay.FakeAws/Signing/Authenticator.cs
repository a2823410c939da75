using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Assay.FakeAws.Wire;

namespace Assay.FakeAws.Signing;

/// <summary>Decides whether a call was signed by a key of the world, now.</summary>
internal sealed class Authenticator(CredentialStore store, FakeAwsOptions options)
{
    private const string DateFormat = "yyyyMMdd'T'HHmmss'Z'";
    private static readonly TimeSpan AllowedSkew = TimeSpan.FromMinutes(15);

    public Caller Authenticate(Incoming request, Scope? scope)
    {
        if (scope is null)
        {
            throw new AwsException(Fault.MissingToken, "Request is missing Authentication Token");
        }

        var credential = store.Find(scope.AccessKeyId) ?? throw Invalid();
        var token = request.Header("x-amz-security-token");
        if (token != (credential.SessionToken ?? ""))
        {
            throw Invalid();
        }

        if (options.VerifySignatures)
        {
            CheckTime(request, scope);
            CheckSignature(request, scope, credential);
        }

        if (credential.Expires is { } end && end <= options.SigningClock.GetUtcNow())
        {
            throw new AwsException(Fault.ExpiredToken, "The security token included in the request is expired");
        }

        return credential.Caller;
    }

    private static AwsException Invalid() =>
        new(Fault.InvalidToken, "The security token included in the request is invalid.");

    private void CheckTime(Incoming request, Scope scope)
    {
        var date = request.Header("x-amz-date");
        if (!DateTimeOffset.TryParseExact(
                date, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var signed)
            || !date.StartsWith(scope.Date, StringComparison.Ordinal))
        {
            throw new AwsException(
                Fault.BadSignature,
                $"Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: "
                + $"'{scope.Date}' != '{date}'.");
        }

        var now = options.SigningClock.GetUtcNow();
        if (signed < now - AllowedSkew)
        {
            throw new AwsException(
                Fault.BadSignature,
                $"Signature expired: {date} is now earlier than {Stamp(now - AllowedSkew)} ({Stamp(now)} - 15 min.)");
        }

        if (signed > now + AllowedSkew)
        {
            throw new AwsException(
                Fault.BadSignature,
                $"Signature not yet current: {date} is still later than {Stamp(now + AllowedSkew)} "
                + $"({Stamp(now)} + 15 min.)");
        }
    }

    private static void CheckSignature(Incoming request, Scope scope, Credential credential)
    {
        // A session token or a host that is not signed could have been put there by anybody.
        var mustBeSigned = credential.SessionToken is null
            ? new[] { "host", "x-amz-date" }
            : ["host", "x-amz-date", "x-amz-security-token"];
        var unsigned = mustBeSigned.FirstOrDefault(h => !scope.SignedHeaders.Contains(h));
        if (unsigned is not null)
        {
            throw new AwsException(
                Fault.BadSignature, $"'{unsigned}' must be a 'SignedHeader' in the AWS Authorization.");
        }

        var expected = SigV4.Sign(request, scope, credential.Secret);
        if (!CryptographicOperations.FixedTimeEquals(
                Encoding.ASCII.GetBytes(expected), Encoding.ASCII.GetBytes(scope.Signature)))
        {
            throw new AwsException(
                Fault.BadSignature,
                "The request signature we calculated does not match the signature you provided. Check your AWS Secret "
                + "Access Key and signing method. Consult the service documentation for details.");
        }
    }

    private static string Stamp(DateTimeOffset time) => time.ToString(DateFormat, CultureInfo.InvariantCulture);
}

using Assay.FakeAws.Billing;
using Assay.FakeAws.Bedrock;
using Assay.FakeAws.CloudWatch;
using Assay.FakeAws.Identity;
using Assay.FakeAws.Signing;
using Assay.FakeAws.Storage;
using Assay.FakeAws.Wire;

namespace Assay.FakeAws;

/// <summary>What became of a call: its answer, and who asked for what.</summary>
internal sealed record Outcome(Reply? Reply, string Operation, Caller? Caller, bool Hang = false);

/// <summary>Tells what a call is, refuses it if it must be refused, and has it answered.</summary>
internal sealed class Dispatcher(
    FakeAwsOptions options, CredentialStore store, FaultList faults, Func<WorldIndex> index)
{
    private readonly Authenticator authenticator = new(store, options);

    private readonly Dictionary<string, FakeService> services = new FakeService[]
    {
        new CloudWatchService(), new BedrockService(), new StsService(store), new OrganizationsService(),
        new AccountService(), new QuotasService(), new CostService(), new PricingService(),
        new ReportService(), new DataExportService(), new BucketService(), new LogsService(),
    }.ToDictionary(s => s.SigningName);

    public async Task<Outcome> DispatchAsync(
        Incoming request, Scope? scope, string requestId, DateTimeOffset now, CancellationToken cancel)
    {
        var service = services.GetValueOrDefault(scope?.Service ?? "");
        var protocol = service?.Protocol ?? Guess(request);
        Caller? caller = null;
        var operation = "";
        try
        {
            operation = service?.OperationOf(request) ?? "";
            caller = authenticator.Authenticate(request, scope);
            if (service is null || operation.Length == 0)
            {
                throw new AwsException(
                    Fault.UnknownOperation, $"This fake knows no such operation of {scope!.Service}.");
            }

            CheckRegion(service, caller, scope!.Region);
            var taken = faults.Take(service.SigningName, operation, caller.Account, scope.Region);
            var delay = taken.Where(f => f.Kind == FaultKind.Delay).Sum(f => f.DelayMs);
            await Task.Delay(delay, cancel);
            var fault = taken.Select(f => f.Kind).LastOrDefault(FaultKind.Delay);
            if (fault is FaultKind.Hang or FaultKind.CloseConnection)
            {
                return new Outcome(null, operation, caller, fault == FaultKind.Hang);
            }

            var call = new ServiceCall(request, operation, scope.Region, caller, index(), now, options);
            return new Outcome(Answer(service, call, fault), operation, caller);
        }
        catch (AwsException error)
        {
            var reply = ErrorReply.Of(error, protocol, scope?.Service ?? "", request.QueryMode, requestId);
            return new Outcome(reply, operation, caller);
        }
    }

    private static Reply Answer(FakeService service, ServiceCall call, FaultKind fault)
    {
        var action = $"{service.IamPrefix}:{service.ActionOf(call.Operation)}";
        if (fault == FaultKind.Deny || (!service.NeedsNoPermission(call.Operation) && !call.Caller.May(action)))
        {
            throw new AwsException(
                Fault.AccessDenied,
                $"User: {call.Caller.Arn} is not authorized to perform: {action} because no identity-based policy "
                + $"allows the {action} action");
        }

        return fault switch
        {
            FaultKind.Throttle => throw new AwsException(Fault.Throttled, "Rate exceeded"),
            FaultKind.Error500 => throw new AwsException(Fault.Internal, "The service had an internal error."),
            FaultKind.ExpiredToken => throw new AwsException(
                Fault.ExpiredToken, "The security token included in the request is expired"),
            FaultKind.OptInRequired => throw new AwsException(
                Fault.OptInRequired, "The AWS Access Key Id needs a subscription for the service"),
            FaultKind.Error503Html => Html(),
            FaultKind.Malformed => Halved(service.Answer(call)),
            _ => service.Answer(call),
        };
    }

    private static Reply Html() => Reply.Xml(
        "<html><head><title>503 Service Temporarily Unavailable</title></head><body><center><h1>503 Service "
        + "Temporarily Unavailable</h1></center></body></html>",
        503) with
    { ContentType = "text/html", ErrorCode = "503" };

    private static Reply Halved(Reply reply) => reply with { Body = reply.Body[..(reply.Body.Length / 2)] };

    private static Protocol Guess(Incoming request) =>
        request.Header("x-amz-target").StartsWith("Granite", StringComparison.Ordinal) ? Protocol.CloudWatchJson
        : request.Header("x-amz-target").Length > 0 ? Protocol.Json11
        : request.Header("content-type").StartsWith("application/x-www-form", StringComparison.Ordinal) ? Protocol.Query
        : Protocol.RestJson;

    private void CheckRegion(FakeService service, Caller caller, string region)
    {
        if (options.EnforceGlobalRegions && service.OnlyRegions.Count > 0 && !service.OnlyRegions.Contains(region))
        {
            throw new AwsException(
                Fault.BadSignature,
                $"Credential should be scoped to a valid region, not '{region}'.");
        }

        // A Region that is not opted in to does not know the account's keys, and says just that.
        if (service.OnlyRegions.Count == 0 && index().Region(caller.Account, region).OptStatus == "DISABLED")
        {
            throw new AwsException(Fault.InvalidToken, "The security token included in the request is invalid.");
        }
    }
}

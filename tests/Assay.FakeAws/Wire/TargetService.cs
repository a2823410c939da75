using System.Text.Json;

namespace Assay.FakeAws.Wire;

/// <summary>A service whose operation stands in the X-Amz-Target header and whose bodies are JSON.</summary>
internal abstract class TargetService(string targetPrefix) : FakeService
{
    public override Protocol Protocol => Protocol.Json11;

    protected abstract IReadOnlyDictionary<string, Func<ServiceCall, JsonElement, Reply>> Operations { get; }

    public override string? OperationOf(Incoming request)
    {
        var target = request.Header("x-amz-target");
        return target.StartsWith(targetPrefix + ".", StringComparison.Ordinal)
            && Operations.ContainsKey(target[(targetPrefix.Length + 1)..])
            ? target[(targetPrefix.Length + 1)..]
            : null;
    }

    public override Reply Answer(ServiceCall call) => Operations[call.Operation](call, call.Request.Json());
}

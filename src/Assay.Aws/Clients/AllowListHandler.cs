using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Assay.Aws.Clients;

/// <summary>
/// The outermost handler of every client's pipeline: what <see cref="AllowedOperations"/> does not list is refused
/// before it is marshalled, given credentials or signed.
/// </summary>
internal sealed class AllowListHandler : PipelineHandler
{
    public override void InvokeSync(IExecutionContext executionContext)
    {
        Check(executionContext.RequestContext);
        base.InvokeSync(executionContext);
    }

    public override Task<T> InvokeAsync<T>(IExecutionContext executionContext)
    {
        Check(executionContext.RequestContext);
        return base.InvokeAsync<T>(executionContext);
    }

    private static void Check(IRequestContext context)
    {
        var id = context.ServiceMetaData.ServiceId;
        var name = NameOf(context.OriginalRequest);
        if (AwsService.WithId(id) is not { } service || AllowedOperations.Find(service.Name, name) is not { } known
            || (context.OriginalRequest is AwsRequest own && own.Call.Operation != known))
        {
            throw new OperationNotAllowedException(id, name);
        }
    }

    /// <summary>The SDK's own requests are classes named after their operation.</summary>
    private static string NameOf(AmazonWebServiceRequest request)
    {
        const string suffix = "Request";
        var type = request.GetType().Name;
        return request is AwsRequest own ? own.Call.Operation.Name
            : type.EndsWith(suffix, StringComparison.Ordinal) ? type[..^suffix.Length]
            : type;
    }
}

using System.Text;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Assay.Aws.Clients;

/// <summary>Puts a call on the wire in its service's protocol.</summary>
internal sealed class AwsMarshaller(AwsService service) : IMarshaller<IRequest, AmazonWebServiceRequest>
{
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var call = ((AwsRequest)input).Call;
        var request = new DefaultRequest(input, service.Id)
        {
            HttpMethod = call.Operation.Method,
            ResourcePath = call.Operation.Path,
        };
        if (service.Wire == Wire.Query)
        {
            request.Parameters["Action"] = call.Operation.Name;
            request.Parameters["Version"] = service.Version!;
        }
        else
        {
            request.UseQueryString = call.Query.Count > 0;
            AddJson(request, call.Operation.Name, call.Body);
        }

        request.UseDoubleEncoding = service.Wire != Wire.RestXml;
        foreach (var (name, value) in call.Labels)
        {
            request.AddPathResource($"{{{name}}}", value);
        }

        foreach (var (name, value) in call.Query)
        {
            request.Parameters[name] = value;
        }

        foreach (var (name, value) in call.Headers)
        {
            request.Headers[name] = value;
        }

        return request;
    }

    private void AddJson(DefaultRequest request, string operation, string body)
    {
        if (service.Target is { } target)
        {
            request.Headers["X-Amz-Target"] = $"{target}.{operation}";
        }

        if (request.HttpMethod == "POST")
        {
            request.Headers["Content-Type"] = service.Wire switch
            {
                Wire.Json10 => "application/x-amz-json-1.0",
                Wire.Json11 => "application/x-amz-json-1.1",
                _ => "application/json",
            };
            request.Content = Encoding.UTF8.GetBytes(body.Length == 0 ? "{}" : body);
        }
    }
}

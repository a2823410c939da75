using Assay.FakeAws.Wire;

namespace Assay.FakeAws;

/// <summary>
/// Lets another process steer a running fake: PUT /_fake/faults with a list of rules, GET and DELETE /_fake/calls,
/// PUT /_fake/world with a whole world.
/// </summary>
internal static class ControlPlane
{
    public static async Task HandleAsync(FakeAwsServer server, HttpContext context, Incoming request)
    {
        var answer = "{}"u8.ToArray();
        switch (request.Method, request.RawPath)
        {
            case ("PUT", "/_fake/faults"):
                server.Faults.Set(WorldFile.Read<List<FaultRule>>(request.Body));
                break;
            case ("PUT", "/_fake/world"):
                server.World = WorldFile.Read<World>(request.Body);
                break;
            case ("GET", "/_fake/calls"):
                answer = WorldFile.Bytes(server.Calls);
                break;
            case ("DELETE", "/_fake/calls"):
                server.ClearCalls();
                break;
            default:
                context.Response.StatusCode = 404;
                break;
        }

        context.Response.ContentType = "application/json";
        await context.Response.Body.WriteAsync(answer, context.RequestAborted);
    }
}

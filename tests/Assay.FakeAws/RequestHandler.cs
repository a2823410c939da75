using System.Globalization;
using Assay.FakeAws.Signing;
using Assay.FakeAws.Wire;
using Microsoft.AspNetCore.Http.Features;

namespace Assay.FakeAws;

/// <summary>Carries a call from Kestrel to the dispatcher and its answer back, and keeps the log.</summary>
internal sealed class RequestHandler(
    FakeAwsServer server, Dispatcher dispatcher, FakeAwsOptions options, CallLog log, CancellationToken stopping)
{
    public async Task HandleAsync(HttpContext context)
    {
        var request = await ReadAsync(context);
        if (request.RawPath.StartsWith("/_fake/", StringComparison.Ordinal))
        {
            await ControlPlane.HandleAsync(server, context, request);
            return;
        }

        var order = log.Next();
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        try
        {
            await AnswerAsync(context, request, order, cancel.Token);
        }
        catch (OperationCanceledException)
        {
            // The client gave up, or the fake is being stopped: there is nobody left to answer.
            context.Abort();
        }
    }

    private static async Task<Incoming> ReadAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        return new Incoming(context.Request.Method, target, context.Request.Headers, body.ToArray());
    }

    private static Scope? ScopeOf(Incoming request)
    {
        try
        {
            return Scope.Read(request.Header("authorization"));
        }
        catch (AwsException)
        {
            // An Authorization that is not SigV4 is refused like none at all.
            return null;
        }
    }

    private async Task AnswerAsync(HttpContext context, Incoming request, int order, CancellationToken cancel)
    {
        var requestId = string.Create(CultureInfo.InvariantCulture, $"00000000-0000-4000-8000-{order:x12}");
        var scope = ScopeOf(request);
        var outcome = await dispatcher.DispatchAsync(request, scope, requestId, server.Now, cancel);

        // Logged before it is sent, so that a client that has its answer finds its call in the log.
        log.Add(new ReceivedCall
        {
            Order = order,
            Service = scope?.Service ?? "",
            Operation = outcome.Operation,
            Account = outcome.Caller?.Account ?? "",
            Region = scope?.Region ?? "",
            Status = outcome.Reply?.Status ?? 0,
            ErrorCode = outcome.Reply?.ErrorCode,
            Principal = outcome.Caller?.Arn ?? "",
            Target = request.RawTarget,
            Body = options.KeepBodies ? System.Text.Encoding.UTF8.GetString(request.Body) : null,
        });
        if (outcome.Reply is { } reply)
        {
            await SendAsync(context, reply, requestId, cancel);
            return;
        }

        if (outcome.Hang)
        {
            await Task.Delay(Timeout.Infinite, cancel);
        }

        context.Abort();
    }

    private async Task SendAsync(HttpContext context, Reply reply, string requestId, CancellationToken cancel)
    {
        var response = context.Response;
        response.StatusCode = reply.Status;
        response.ContentType = reply.ContentType;
        response.ContentLength = reply.Body.Length;
        response.Headers["x-amzn-RequestId"] = requestId;
        response.Headers.Date = options.SigningClock.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
        foreach (var (name, value) in reply.Headers)
        {
            response.Headers[name] = value;
        }

        await response.Body.WriteAsync(reply.Body, cancel);
    }
}

using Amazon.Runtime;
using Assay.Aws.Accounts;
using Assay.Aws.Transport;

namespace Assay.Aws.Clients;

/// <summary>Exceptions of the SDK as errors that can be recorded and explained.</summary>
internal static class Failure
{
    /// <summary>Where an exception keeps the Region that S3 says a bucket is in.</summary>
    public const string BucketRegion = "x-amz-bucket-region";

    /// <returns>Null for what is no failure of AWS, the network or the credentials.</returns>
    public static ApiError? Read(Exception exception, string address, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested || exception is OperationNotAllowedException)
        {
            return null;
        }

        if (exception is AmazonServiceException service && RetryRules.HasStatus(service))
        {
            return new ApiError(Code(service), service.Message, (int)service.StatusCode)
            {
                BucketRegion = service.Data[BucketRegion] as string,
            };
        }

        if (RetryRules.Chain(exception).Any(e => e is UnreadableAnswerException))
        {
            return new ApiError(ApiError.Unreadable, "the answer can't be read", Status: 200);
        }

        if (RetryRules.IsConnectionFailure(exception) || exception is OperationCanceledException)
        {
            var code = RetryRules.IsDeadAddress(exception) ? ApiError.Unreachable : ApiError.NoAnswer;
            return new ApiError(code, $"cannot reach {address}: {Reason(exception)}", Status: 0);
        }

        return exception is AmazonClientException
            ? new ApiError(ApiError.NoCredentials, FirstLine(exception.Message), Status: 0)
            : null;
    }

    /// <summary>Exceptions carry whole paragraphs; a person needs the first line.</summary>
    public static string FirstLine(string message)
    {
        var end = message.AsSpan().IndexOfAny('\r', '\n');
        return end < 0 ? message : message[..end];
    }

    private static string Code(AmazonServiceException exception) =>
        string.IsNullOrEmpty(exception.ErrorCode) ? $"Http{(int)exception.StatusCode}" : exception.ErrorCode;

    private static string Reason(Exception exception) => FirstLine(RetryRules.Chain(exception).Last().Message);
}

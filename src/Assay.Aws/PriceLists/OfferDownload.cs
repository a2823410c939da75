using System.Net;
using System.Net.Http.Headers;
using Assay.Diagnostics;

namespace Assay.Aws.PriceLists;

/// <summary>
/// Fetches the public bulk offer files of the AWS Price List; no account is asked. What breaks off goes on where it
/// stopped, in this run or the next, as long as the server says that the file is the same.
/// </summary>
/// <param name="endpoint">Where the offers are; HTTPS, or this machine.</param>
/// <param name="folder">Keeps the files.</param>
/// <param name="limit">Bytes of one file above which it is refused.</param>
public sealed class OfferDownload(Uri endpoint, string folder, long limit) : IDisposable
{
    /// <summary>The service codes under which Bedrock is sold (bedrock.md 4.4).</summary>
    public static readonly IReadOnlyList<string> Codes =
        ["AmazonBedrock", "AmazonBedrockFoundationModels", "AmazonBedrockService"];

    public static readonly Uri Published = new("https://pricing.us-east-1.amazonaws.com");

    private const int Tries = 4;

    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(30);

    private readonly HttpClient http = new(
        new SocketsHttpHandler { AllowAutoRedirect = false, ConnectTimeout = TimeSpan.FromSeconds(10) })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <returns>Each file with its public address.</returns>
    /// <exception cref="AssayException">A file can't be had.</exception>
    public async Task<IReadOnlyList<(string Path, string Source)>> GetAsync(CancellationToken cancel)
    {
        if (endpoint.Scheme != Uri.UriSchemeHttps && !endpoint.IsLoopback)
        {
            throw new AssayException(
                ExitCode.Usage, $"{endpoint} is not HTTPS: prices would come from anyone", "use an https:// address");
        }

        Directory.CreateDirectory(folder);
        var files = new List<(string, string)>();
        foreach (var code in Codes)
        {
            var url = new Uri(endpoint, $"/offers/v1.0/aws/{code}/current/index.json");
            files.Add((await FileAsync(url, Path.Combine(folder, code + ".json"), cancel), url.ToString()));
        }

        return files;
    }

    public void Dispose() => http.Dispose();

    private async Task<string> FileAsync(Uri url, string path, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await PartAsync(url, path, cancel);
                File.Move(path + ".part", path, overwrite: true);
                File.Delete(path + ".etag");
                return path;
            }
            catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException
                && !cancel.IsCancellationRequested)
            {
                if (attempt == Tries)
                {
                    throw new AssayException(
                        ExitCode.NoResult, $"{url} can't be had: {e.Message}",
                        "run it again, it goes on where it stopped; or download the file and add --from FILE");
                }
            }
        }
    }

    private async Task PartAsync(Uri url, string path, CancellationToken cancel)
    {
        var (part, tag) = (path + ".part", path + ".etag");
        var have = File.Exists(part) && File.Exists(tag) ? new FileInfo(part).Length : 0;
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        if (have > 0 && EntityTagHeaderValue.TryParse(await File.ReadAllTextAsync(tag, cancel), out var known))
        {
            request.Headers.Range = new RangeHeaderValue(have, null);
            request.Headers.IfRange = new RangeConditionHeaderValue(known);
        }

        using var quiet = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        quiet.CancelAfter(Silence);
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, quiet.Token);
        var goesOn = response.StatusCode == HttpStatusCode.PartialContent
            && response.Content.Headers.ContentRange?.From == have;
        if (!goesOn && response.StatusCode != HttpStatusCode.OK)
        {
            // A range that can't be had is of another file: from the start then.
            File.Delete(part);
            throw new HttpRequestException($"it answers {(int)response.StatusCode}");
        }

        File.Delete(tag);
        if (response.Headers.ETag is { IsWeak: false } strong)
        {
            await File.WriteAllTextAsync(tag, strong.ToString(), cancel);
        }

        await CopyAsync(response, part, goesOn ? have : 0, quiet);
    }

    private async Task CopyAsync(HttpResponseMessage response, string part, long at, CancellationTokenSource quiet)
    {
        await using var from = await response.Content.ReadAsStreamAsync(quiet.Token);
        await using var to = new FileStream(part, at > 0 ? FileMode.Append : FileMode.Create);
        var expected = response.Content.Headers.ContentLength + at;
        var buffer = new byte[1 << 16];
        int read;
        while ((read = await from.ReadAsync(buffer, quiet.Token)) > 0)
        {
            quiet.CancelAfter(Silence);
            if (to.Length + read > limit)
            {
                throw new AssayException(
                    ExitCode.NoResult,
                    $"{response.RequestMessage?.RequestUri} is larger than {limit:#,0} bytes",
                    "no offer file of Bedrock is that large: check the address");
            }

            await to.WriteAsync(buffer.AsMemory(0, read), quiet.Token);
        }

        if (to.Length < expected)
        {
            throw new IOException($"it broke off after {to.Length:#,0} bytes");
        }
    }
}

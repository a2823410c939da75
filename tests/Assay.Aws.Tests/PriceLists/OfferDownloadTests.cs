using System.Net;
using Assay.Aws.PriceLists;
using Assay.Aws.Tests.Support;
using Assay.Diagnostics;

namespace Assay.Aws.Tests.PriceLists;

public sealed class OfferDownloadTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("assay-offers-").FullName;

    [Fact]
    public async Task Each_service_code_s_offer_is_fetched()
    {
        await using var server = new OfferServer(code => Content(code, 'a'));
        var files = await GetAsync(server);

        Assert.Equal(OfferDownload.Codes.Select(code => Path.Combine(folder, code + ".json")), files.Select(file => file.Path));
        Assert.All(OfferDownload.Codes, code => Assert.Equal(Content(code, 'a'), File.ReadAllBytes(Path.Combine(folder, code + ".json"))));
        Assert.All(files, file => Assert.EndsWith("/current/index.json", file.Source, StringComparison.Ordinal));
        Assert.Equal(3, Directory.GetFiles(folder).Length);
    }

    [Fact]
    public async Task What_breaks_off_goes_on_where_it_stopped()
    {
        await using var server = new OfferServer(code => Content(code, 'a')) { BreakAfter = 70_000, Breaks = 2 };
        await GetAsync(server);

        Assert.Equal(Content("AmazonBedrock", 'a'), File.ReadAllBytes(Path.Combine(folder, "AmazonBedrock.json")));
        Assert.Equal([0, 70_000, 140_000], server.Starts.Take(3));
    }

    [Fact]
    public async Task A_part_of_another_edition_is_not_gone_on_with()
    {
        File.WriteAllText(Path.Combine(folder, "AmazonBedrock.json.part"), "old");
        File.WriteAllText(Path.Combine(folder, "AmazonBedrock.json.etag"), "\"other\"");
        await using var server = new OfferServer(code => Content(code, 'b'));
        await GetAsync(server);

        Assert.Equal(Content("AmazonBedrock", 'b'), File.ReadAllBytes(Path.Combine(folder, "AmazonBedrock.json")));
    }

    [Fact]
    public async Task An_answer_without_end_is_refused_at_the_limit()
    {
        await using var server = new OfferServer(code => Content(code, 'a'));
        var refused = await Assert.ThrowsAsync<AssayException>(() => GetAsync(server, limit: 100_000));

        Assert.Contains("larger than 100,000 bytes", refused.Message, StringComparison.Ordinal);
        Assert.InRange(new FileInfo(Path.Combine(folder, "AmazonBedrock.json.part")).Length, 0, 100_000);
        Assert.False(File.Exists(Path.Combine(folder, "AmazonBedrock.json")));
    }

    [Fact]
    public async Task What_is_never_there_is_told_with_its_address()
    {
        await using var server = new OfferServer(_ => null);
        var refused = await Assert.ThrowsAsync<AssayException>(() => GetAsync(server));

        Assert.Equal(ExitCode.NoResult, refused.ExitCode);
        Assert.Contains("/AmazonBedrock/current/index.json can't be had: it answers 404", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Prices_are_not_taken_from_anyone()
    {
        using var download = new OfferDownload(new Uri("http://prices.example.com"), folder, 1000);
        var refused = await Assert.ThrowsAsync<AssayException>(() => download.GetAsync(TestContext.Current.CancellationToken));
        Assert.Contains("not HTTPS", refused.Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static byte[] Content(string code, char filler) =>
        [.. System.Text.Encoding.ASCII.GetBytes(code + new string(filler, 200_000))];

    private async Task<IReadOnlyList<(string Path, string Source)>> GetAsync(OfferServer server, long limit = 1_000_000)
    {
        using var download = new OfferDownload(server.Endpoint, folder, limit);
        return await download.GetAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Answers ranges of its files, and breaks off as often as it is told.</summary>
    private sealed class OfferServer : IAsyncDisposable
    {
        private readonly HttpListener listener;
        private readonly Func<string, byte[]?> content;
        private readonly Task serving;

        public OfferServer(Func<string, byte[]?> content)
        {
            this.content = content;
            (listener, Endpoint) = Listening.Start();
            serving = Task.Run(ServeAsync);
        }

        public Uri Endpoint { get; }

        public int? BreakAfter { get; init; }

        public int Breaks { get; set; }

        /// <summary>The first byte of each answer.</summary>
        public List<int> Starts { get; } = [];

        public async ValueTask DisposeAsync()
        {
            listener.Stop();
            await serving;
            listener.Close();
        }

        private async Task ServeAsync()
        {
            while (true)
            {
                HttpListenerContext context;
                try
                {
                    context = await listener.GetContextAsync();
                }
                catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
                {
                    return;
                }

                try
                {
                    await AnswerAsync(context);
                }
                catch (Exception e) when (e is HttpListenerException or IOException)
                {
                    // The client hung up, as it does at its limit.
                }
            }
        }

        private async Task AnswerAsync(HttpListenerContext context)
        {
            var code = context.Request.Url!.Segments[4].TrimEnd('/');
            if (content(code) is not { } all)
            {
                context.Response.StatusCode = 404;
                context.Response.Close();
                return;
            }

            var range = context.Request.Headers["Range"];
            var same = context.Request.Headers["If-Range"] == "\"tag\"";
            var start = range is not null && same ? int.Parse(range["bytes=".Length..^1]) : 0;
            Starts.Add(start);
            context.Response.Headers["ETag"] = "\"tag\"";
            if (start > 0)
            {
                context.Response.StatusCode = 206;
                context.Response.Headers["Content-Range"] = $"bytes {start}-{all.Length - 1}/{all.Length}";
            }

            context.Response.ContentLength64 = all.Length - start;
            if (BreakAfter is { } after && Breaks-- > 0)
            {
                await context.Response.OutputStream.WriteAsync(all.AsMemory(start, after));
                await context.Response.OutputStream.FlushAsync();
                await Task.Delay(300);
                context.Response.Abort();
                return;
            }

            await context.Response.OutputStream.WriteAsync(all.AsMemory(start));
            context.Response.Close();
        }
    }
}

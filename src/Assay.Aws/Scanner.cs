using System.Threading.Channels;
using Amazon.Runtime;
using Assay.Aws.Accounts;
using Assay.Aws.Clients;
using Assay.Aws.Reading;
using Assay.Aws.Regions;
using Assay.Aws.Transport;
using Assay.Diagnostics;
using Assay.Usage;

namespace Assay.Aws;

/// <summary>
/// Reads what AWS knows of Bedrock's use, or repeats a reading from its recording. Nothing is changed there.
/// </summary>
public sealed class Scanner
{
    private readonly string version;
    private readonly Recording? recording;
    private readonly LiveOptions options;
    private readonly AWSCredentials? given;

    /// <param name="version">The host's, for recordings.</param>
    /// <param name="recording">Answers in place of AWS: no network, no credentials, no clock.</param>
    public Scanner(string version, Recording? recording = null)
        : this(version, new LiveOptions(), given: null) => this.recording = recording;

    /// <summary>For tests: another address, and credentials that no chain has to find.</summary>
    internal Scanner(string version, LiveOptions options, AWSCredentials? given) =>
        (this.version, this.options, this.given) = (version, options, given);

    /// <summary>
    /// Scans. Facts come in no fixed order; <paramref name="facts"/> is completed in any case, with the exception
    /// where there is one. What could not be read is told as coverage and diagnostics, not thrown.
    /// </summary>
    /// <param name="request">Of a recording, <see cref="Recording.Request"/>.</param>
    /// <exception cref="AssayException">
    /// There are no credentials, nothing answers, or the request names what does not exist.
    /// </exception>
    public async Task<ScanReceipt> ReadAsync(
        ScanRequest request, ChannelWriter<Fact> facts, CancellationToken cancellationToken)
    {
        try
        {
            var receipt = recording is null
                ? await LiveAsync(request, facts, cancellationToken)
                : await ReplayAsync(recording, request, facts, cancellationToken);
            facts.TryComplete();
            return receipt;
        }
        catch (Exception e)
        {
            facts.TryComplete(e);
            throw;
        }
    }

    private static Task<ScanReceipt> ReplayAsync(
        Recording recording, ScanRequest request, ChannelWriter<Fact> facts, CancellationToken cancellationToken)
    {
        var tally = new CallTally();
        var transport = new CountingTransport(new ReplayTransport(recording), tally);
        var run = new ScanRun(request, new ReplayIdentity(recording.Manifest, tally), transport, facts);
        return RunAsync(run, recording.Manifest.Home, tally, cancellationToken);
    }

    /// <summary>
    /// What a live scan would ask, and its dollars. Asks AWS everything that is free and nothing that costs; nothing
    /// is recorded.
    /// </summary>
    /// <inheritdoc cref="ReadAsync" path="/exception"/>
    public async Task<ScanReceipt> PlanAsync(ScanRequest request, CancellationToken cancellationToken)
    {
        var nobody = Channel.CreateBounded<Fact>(
            new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        return await LiveAsync(
            request with { RecordTo = null, MaxCost = null }, nobody.Writer, aws => new PlanningTransport(aws),
            cancellationToken);
    }

    private Task<ScanReceipt> LiveAsync(
        ScanRequest request, ChannelWriter<Fact> facts, CancellationToken cancellationToken) =>
        LiveAsync(
            request, facts, aws => request.MaxCost is { } most ? new BudgetTransport(aws, most) : aws,
            cancellationToken);

    private async Task<ScanReceipt> LiveAsync(
        ScanRequest request, ChannelWriter<Fact> facts, Func<ITransport, ITransport> through,
        CancellationToken cancellationToken)
    {
        var home = HomeOf(request);
        var recorder = request.RecordTo is { } directory ? new RecordingWriter(directory, version) : null;
        var own = given ?? await CredentialSource.ResolveAsync(request.Profile, cancellationToken);
        var live = options with { Profile = request.Profile };
        var (wallet, tally) = (new Wallet(), new CallTally());
        IIdentity identity = new LiveIdentity(own, new StsDoor(home, live, request.ExternalId), wallet, tally);
        using var aws = new LiveTransport(wallet, live);
        var transport = new CountingTransport(
            recorder is null ? through(aws) : new RecordingTransport(through(aws), recorder), tally);
        identity = recorder is null ? identity : new RecordingIdentity(identity, recorder);
        var receipt = await RunAsync(
            new ScanRun(request, identity, transport, facts), home, tally, cancellationToken);
        if (transport.Silence is { } silence)
        {
            throw new AssayException(ExitCode.NoResult, silence.Message, silence.Remedy(AllowedOperations.ListMetrics));
        }

        recorder?.Finish(request, home, receipt);
        return receipt;
    }

    private static async Task<ScanReceipt> RunAsync(
        ScanRun run, string home, CallTally tally, CancellationToken cancellationToken)
    {
        var clock = TimeProvider.System;
        var start = clock.GetTimestamp();
        var (accounts, regions) = await run.RunAsync(home, cancellationToken);
        return new ScanReceipt(accounts, regions, tally.ByOperation(), clock.GetElapsedTime(start));
    }

    /// <summary>
    /// The Region that STS is asked in and whose partition counts: the first given, else the configured one.
    /// </summary>
    internal static string HomeOf(ScanRequest request)
    {
        EndpointVariables.Check();
        foreach (var role in request.Roles)
        {
            AccountFinder.AccountOf(role);
        }

        var named = request.Regions.Where(region => region != RegionNames.All).ToList();
        named.ForEach(RegionNames.Check);
        var home = named.FirstOrDefault() ?? CredentialSource.Region(request.Profile)
            ?? (request.Regions.Count > 0 ? "us-east-1" : null)
            ?? throw new AssayException(
                ExitCode.Usage, "no Region is configured", "give --region NAME or --region all, or set AWS_REGION");
        RegionNames.Check(home);
        return home;
    }
}

using System.Collections.Concurrent;
using System.Threading.Channels;
using Amazon.Runtime;
using Assay.Aws.Accounts;
using Assay.Aws.Clients;
using Assay.Aws.Reading;
using Assay.Aws.Regions;
using Assay.Aws.Transport;
using Assay.Diagnostics;
using Assay.Usage;

namespace Assay.Aws.Examinations;

/// <summary>Finds out what a scan could do, by asking each thing once.</summary>
/// <param name="request">Who and where, as for a scan.</param>
public sealed class Doctor(ScanRequest request)
{
    private const int AtOnce = 16;

    /// <summary>AWS refuses what is five minutes off; a clock that is a minute off is on its way there.</summary>
    private static readonly TimeSpan MostSkew = TimeSpan.FromMinutes(1);

    private readonly ConcurrentBag<Check> checks = [];
    private readonly CallTally tally = new();

    /// <summary>Also tries Cost Explorer, at $0.02 an account, exports of the bill, and invocation logs.</summary>
    public bool WithLogsAndBilling { get; init; }

    /// <summary>Bucket of the invocation logs; null takes the one that the logging configuration names.</summary>
    public string? Bucket { get; init; }

    /// <exception cref="AssayException">There are no credentials, or nothing answers.</exception>
    public async Task<Examination> ExamineAsync(CancellationToken cancellationToken)
    {
        var start = TimeProvider.System.GetTimestamp();
        var home = Scanner.HomeOf(request);
        var own = await CredentialSource.ResolveAsync(request.Profile, cancellationToken);
        var live = new LiveOptions { Profile = request.Profile };
        var (wallet, door) = (new Wallet(), new StsDoor(home, live, request.ExternalId));
        using var aws = new LiveTransport(wallet, live);
        var transport = new CountingTransport(aws, tally);
        var facts = Channel.CreateUnbounded<Fact>();
        Place PlaceOf(string account, string region) => new(account, region, transport, facts.Writer);

        var accounts = await new AccountFinder(new LiveIdentity(own, door, wallet, tally), request, PlaceOf)
            .FindAsync(home, cancellationToken);
        var caller = await CompareClocksAsync(door, own, cancellationToken);
        Tell(accounts, caller, facts.Reader);
        var places = new List<Patient>();
        foreach (var account in accounts)
        {
            var central = new Patient(PlaceOf(account.Id, RegionNames.GlobalHome(home)), checks);
            var regions = await new RegionCheck(central, request.Regions, home).EnabledAsync(cancellationToken);
            places.AddRange(regions.Select(region => new Patient(PlaceOf(account.Id, region), checks)));
            await ExamineBillAsync(central, cancellationToken);
        }

        var parallel = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(places, parallel, ExamineAsync);
        return new Examination(
            [
                .. checks.OrderBy(check => check.Account, StringComparer.Ordinal)
                    .ThenBy(check => check.Region, StringComparer.Ordinal)
                    .ThenBy(check => check.Subject, StringComparer.Ordinal),
            ],
            new ScanReceipt(
                accounts, [.. places.Select(each => each.Place.Region).Distinct().Order(StringComparer.Ordinal)],
                tally.ByOperation(), TimeProvider.System.GetElapsedTime(start)));
    }

    private async ValueTask ExamineAsync(Patient patient, CancellationToken cancellationToken)
    {
        var (bucket, prefix, group) = await ScanPermissions.TryAsync(patient, request.Window, cancellationToken);
        if (WithLogsAndBilling && (Bucket ?? bucket) is { } named)
        {
            await LogsAndBilling.TryLogsAsync(patient, named, Bucket is null ? prefix : null, cancellationToken);
        }

        if (WithLogsAndBilling && group is not null)
        {
            await LogsAndBilling.TryEventsAsync(patient, group, cancellationToken);
        }
    }

    private async Task ExamineBillAsync(Patient central, CancellationToken cancellationToken)
    {
        if (WithLogsAndBilling)
        {
            await LogsAndBilling.TryBillAsync(central, request.Window, cancellationToken);
            return;
        }

        central.Say(
            CheckStatus.Skipped, "logs-and-billing", "the bill, its exports and logs in S3 were not looked at",
            "add --with-logs-and-billing, which costs $0.02 an account");
    }

    /// <returns>The caller's account.</returns>
    private async Task<string> CompareClocksAsync(StsDoor door, AWSCredentials own, CancellationToken cancellationToken)
    {
        tally.Add(AllowedOperations.GetCallerIdentity);
        using var client = door.Open(own);
        var body = await client.SendAsync(
            new ApiCall("", door.Region, AllowedOperations.GetCallerIdentity), cancellationToken);
        if (client.ServerTime is { } theirs)
        {
            Compare(theirs);
        }

        return new StsAnswer(body).Text("Account");
    }

    private void Compare(DateTimeOffset theirs)
    {
        var skew = TimeProvider.System.GetUtcNow() - theirs;
        var isFine = skew.Duration() < MostSkew;
        var what = isFine ? "agrees with AWS's"
            : $"is {skew.Duration().TotalMinutes:0} minutes {(skew > TimeSpan.Zero ? "ahead of" : "behind")} AWS's";
        checks.Add(new Check(isFine ? CheckStatus.Ok : CheckStatus.Off, "clock", Account: null, Region: null, what)
        {
            Remedy = isFine ? null : "set this machine's clock: AWS refuses requests that are minutes off",
        });
    }

    /// <summary>Says which accounts can be read, and why others can't.</summary>
    private void Tell(IReadOnlyList<ScannedAccount> accounts, string caller, ChannelReader<Fact> facts)
    {
        foreach (var account in accounts)
        {
            var subject = account.Id == caller ? "credentials" : AllowedOperations.AssumeRole.IamAction!;
            checks.Add(new Check(CheckStatus.Ok, subject, account.Id, Region: null, "works"));
        }

        while (facts.TryRead(out var fact))
        {
            if (fact is Fact.Read { Coverage: { Source: Sources.Organization, Status: ReadStatus.Complete } whole })
            {
                var action = AllowedOperations.ListAccounts.IamAction!;
                checks.Add(new Check(CheckStatus.Ok, action, whole.Account, Region: null, "works"));
            }
            else if (fact is Fact.Noted { Diagnostic: var said })
            {
                var asked = said.Where.EndsWith(AllowedOperations.AssumeRole.ToString(), StringComparison.Ordinal)
                    ? AllowedOperations.AssumeRole
                    : AllowedOperations.ListAccounts;
                var isDenied = said.What.EndsWith(" is denied", StringComparison.Ordinal);
                checks.Add(new Check(
                    isDenied ? CheckStatus.Denied : CheckStatus.Failed, asked.IamAction!, said.Where.Split(' ')[0],
                    Region: null, said.What)
                { Remedy = said.Remedy });
            }
        }
    }
}

using System.Collections.Concurrent;
using Assay.Aws.Reading;
using Assay.Aws.Regions;
using Assay.Aws.Transport;
using Assay.Diagnostics;
using Assay.Usage;

namespace Assay.Aws.Accounts;

/// <summary>
/// Finds out which accounts can be read: the caller's own, those of the roles given, the organization's.
/// </summary>
internal sealed class AccountFinder(IIdentity identity, ScanRequest request, Func<string, string, Place> placeOf)
{
    private const int AtOnce = 8;

    private static readonly Pages AccountPages = new("Accounts");

    /// <param name="home">The Region the caller is set up for, which tells the partition.</param>
    /// <returns>Accounts that can be read, by id.</returns>
    public async Task<IReadOnlyList<ScannedAccount>> FindAsync(string home, CancellationToken cancellationToken)
    {
        var caller = await identity.CallerAsync(cancellationToken);
        var (members, names) = await MembersAsync(caller, home, cancellationToken);
        var found = new ConcurrentBag<string> { caller };
        await Parallel.ForEachAsync(
            Wanted(caller, members, home),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (wanted, token) =>
            {
                if (await identity.BecomeAsync(wanted.Account, wanted.Role, token) is { } error)
                {
                    await MissAsync(placeOf(caller, home), wanted, error, token);
                }
                else
                {
                    found.Add(wanted.Account);
                }
            });
        return
        [
            .. found.Order(StringComparer.Ordinal)
                .Select(account => new ScannedAccount(account, names.GetValueOrDefault(account))),
        ];
    }

    /// <summary>The account in a role's ARN.</summary>
    /// <exception cref="AssayException">It is no role's ARN.</exception>
    public static string AccountOf(string roleArn) =>
        roleArn.Split(':', 6) is ["arn", _, "iam", "", { Length: 12 } account, var resource]
        && account.All(char.IsAsciiDigit) && resource.StartsWith("role/", StringComparison.Ordinal)
            ? account
            : throw new AssayException(
                ExitCode.Usage, $"{roleArn} is not the ARN of a role", "give --role arn:aws:iam::ACCOUNT:role/NAME");

    /// <summary>One role for each other account; the first that names an account counts.</summary>
    private IEnumerable<(string Account, string Role)> Wanted(
        string caller, IReadOnlyList<string> members, string home)
    {
        var partition = RegionNames.Partition(home);
        var inMembers = members.Select(
            member => (Account: member, Role: $"arn:{partition}:iam::{member}:role/{request.OrganizationRole}"));
        return request.Roles.Select(role => (Account: AccountOf(role), Role: role)).Concat(inMembers)
            .Where(wanted => wanted.Account != caller)
            .DistinctBy(wanted => wanted.Account);
    }

    private async Task<(IReadOnlyList<string> Active, IReadOnlyDictionary<string, string?> Names)> MembersAsync(
        string caller, string home, CancellationToken cancellationToken)
    {
        if (request.OrganizationRole is null)
        {
            return ([], new Dictionary<string, string?>());
        }

        var place = placeOf(caller, RegionNames.GlobalHome(home));
        var listed = await AccountPages.ReadAsync(
            place,
            token => place.Call(AllowedOperations.ListAccounts) with
            {
                Body = JsonBody.Write(writer => writer.Optional("NextToken", token)),
            },
            cancellationToken);
        await (listed.Error is null
            ? place.WholeAsync(Sources.Organization, cancellationToken)
            : place.MissingAsync(
                new Gap(
                    Sources.Organization, listed.Items.Count == 0 ? ReadStatus.Absent : ReadStatus.Partial,
                    AllowedOperations.ListAccounts, listed.Error),
                cancellationToken));
        var accounts = listed.Items.Where(item => item.Text("Id") is not null)
            .DistinctBy(item => item.Text("Id")).ToDictionary(item => item.Text("Id")!, StringComparer.Ordinal);
        var active = accounts.Where(each => (each.Value.Text("State") ?? each.Value.Text("Status")) == "ACTIVE");
        return (
            [.. active.Select(each => each.Key)],
            accounts.ToDictionary(each => each.Key, each => each.Value.Text("Name"), StringComparer.Ordinal));
    }

    private static async Task MissAsync(
        Place place, (string Account, string Role) wanted, ApiError error, CancellationToken cancellationToken)
    {
        var reason = $"{wanted.Role} could not be assumed: {error.Describe(AllowedOperations.AssumeRole)}";
        await place.TellAsync(
            new Fact.Read(new Coverage(Sources.Account, wanted.Account, Region: null, ReadStatus.Absent, reason)),
            cancellationToken);
        var remedy = error.Kind == ErrorKind.Denied
            ? $"let the role's trust policy name {place.Account} (give --external-id if it asks for one), "
                + "and allow sts:AssumeRole"
            : error.Remedy(AllowedOperations.AssumeRole);
        await place.TellAsync(
            new Fact.Noted(new Diagnostic(Level.Error, $"{wanted.Account} sts:AssumeRole", reason, remedy)),
            cancellationToken);
    }
}

using System.Text.Json;
using Assay.Aws.Metrics;
using Assay.Aws.Reading;
using Assay.Aws.Transport;
using Assay.Diagnostics;
using Assay.Usage;

namespace Assay.Aws.Inventory;

/// <summary>What an account owns and has switched on in one Region. Each list stands and fails alone.</summary>
internal sealed class InventoryReader(Place place, Window window)
{
    private static readonly Pages QuotaPages = new("Quotas");

    /// <returns>Ids that metrics may be under, whether or not CloudWatch lists them.</returns>
    public async Task<KnownIds> ReadAsync(CancellationToken cancellationToken)
    {
        var alone = Listings.Alone(window).Select(listing => listing.TellAsync(place, cancellationToken)).ToList();
        alone.Add(ReadLoggingAsync(cancellationToken));
        alone.Add(ReadQuotasAsync(cancellationToken));
        var known = await ReadTaggedAsync(cancellationToken);
        await Task.WhenAll(alone);
        return known;
    }

    private async Task<KnownIds> ReadTaggedAsync(CancellationToken cancellationToken)
    {
        var tags = new TagReader(place);
        var profiles = await ReadProfilesAsync(tags, cancellationToken);
        var provisioned = await ReadProvisionedAsync(tags, cancellationToken);
        await tags.CoverAsync(cancellationToken);
        return new KnownIds(
            [.. profiles.Where(profile => !profile.IsApplication).Select(profile => profile.Id)],
            [.. profiles.Where(profile => profile.IsApplication).SelectMany(each => new[] { each.Id, each.Arn })],
            [.. provisioned.SelectMany(model => new[] { model.Arn, Items.LastPart(model.Arn) })]);
    }

    /// <summary>
    /// Asked for each type, because the service leaves application profiles out of an unfiltered list.
    /// </summary>
    private async Task<IReadOnlyList<Fact.InferenceProfile>> ReadProfilesAsync(
        TagReader tags, CancellationToken cancellationToken)
    {
        var listing = Listings.InferenceProfiles;
        var systems = await listing.With("type", "SYSTEM_DEFINED").ReadAsync(place, cancellationToken);
        var applications = systems.Error is { Kind: ErrorKind.Denied or ErrorKind.NotOffered or ErrorKind.Unreachable }
            ? ([], systems.Error)
            : await listing.With("type", "APPLICATION").ReadAsync(place, cancellationToken);
        var profiles = new List<Fact.InferenceProfile>();
        var found = systems.Facts.Concat(applications.Facts).Cast<Fact.InferenceProfile>();
        foreach (var profile in found.DistinctBy(profile => profile.Arn))
        {
            var tagged = profile.IsApplication
                ? profile with { Tags = await tags.ReadAsync(profile.Arn, cancellationToken) }
                : profile;
            profiles.Add(tagged);
            await place.TellAsync(tagged, cancellationToken);
        }

        await listing.CoverAsync(place, profiles.Count, systems.Error ?? applications.Error, cancellationToken);
        return profiles;
    }

    private async Task<IReadOnlyList<Fact.ProvisionedModel>> ReadProvisionedAsync(
        TagReader tags, CancellationToken cancellationToken)
    {
        var (facts, error) = await Listings.Provisioned.ReadAsync(place, cancellationToken);
        var models = new List<Fact.ProvisionedModel>();
        foreach (var model in facts.Cast<Fact.ProvisionedModel>())
        {
            var tagged = model with { Tags = await tags.ReadAsync(model.Arn, cancellationToken) };
            models.Add(tagged);
            await place.TellAsync(tagged, cancellationToken);
        }

        await Listings.Provisioned.CoverAsync(place, models.Count, error, cancellationToken);
        return models;
    }

    private async Task ReadQuotasAsync(CancellationToken cancellationToken)
    {
        var listed = await QuotaPages.ReadAsync(
            place,
            token => place.Call(AllowedOperations.ListServiceQuotas) with
            {
                Body = JsonBody.Write(writer =>
                {
                    writer.WriteString("ServiceCode", "bedrock");
                    writer.WriteNumber("MaxResults", 100);
                    writer.Optional("NextToken", token);
                }),
            },
            cancellationToken);
        foreach (var quota in listed.Items.Select(item => Items.Quota(place, item)).OfType<Fact>())
        {
            await place.TellAsync(quota, cancellationToken);
        }

        await place.CoverAsync(
            Sources.Quotas, AllowedOperations.ListServiceQuotas, listed.Items.Count, listed.Error, cancellationToken);
    }

    private async Task ReadLoggingAsync(CancellationToken cancellationToken)
    {
        var operation = AllowedOperations.GetModelInvocationLoggingConfiguration;
        var reply = await place.AskAsync(place.Call(operation), cancellationToken);
        var (fact, error) = reply.Error is null ? Logging(reply.Body) : (null, reply.Error);
        if (fact is null)
        {
            await place.MissingAsync(
                new Gap(Sources.Logging, ReadStatus.Absent, operation, error!), cancellationToken);
            return;
        }

        await place.TellAsync(fact, cancellationToken);
        await place.WholeAsync(Sources.Logging, cancellationToken);
    }

    private (Fact? Fact, ApiError? Error) Logging(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var config = document.RootElement.Member("loggingConfig");
            var s3 = config?.Member("s3Config");
            return (new Fact.Logging(
                place.Account, place.Region, config?.Member("cloudWatchConfig")?.Text("logGroupName"),
                s3?.Text("bucketName"), s3?.Text("keyPrefix"), config?.Truth("textDataDeliveryEnabled")), null);
        }
        catch (JsonException)
        {
            return (null, ApiError.NoJson);
        }
    }
}

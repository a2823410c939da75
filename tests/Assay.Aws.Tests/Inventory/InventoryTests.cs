using Assay.Aws.Tests.Support;
using Assay.FakeAws;
using Assay.Usage;

namespace Assay.Aws.Tests.Inventory;

public sealed class InventoryTests
{
    private const string Home = $"arn:aws:bedrock:us-east-1:{Scan.Account}";
    private const string Nova = "arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-pro-v1:0";

    [Fact]
    public async Task Every_list_of_the_control_plane_becomes_facts()
    {
        await using var aws = await FakeAwsServer.StartAsync(Small.World(Region()));

        var outcome = await Scan.OfAsync(aws, Scan.Request());

        Assert.Equal(
            [
                new Fact.DerivedModel(Scan.Account, Scan.Region, "custom-model", $"{Home}:custom-model/x", "tuned", Nova, "Active", At(1)),
                new Fact.DerivedModel(Scan.Account, Scan.Region, "custom-model-deployment", $"{Home}:custom-model-deployment/d", "live", $"{Home}:custom-model/x", "Active", At(2)),
                new Fact.DerivedModel(Scan.Account, Scan.Region, "imported-model", $"{Home}:imported-model/i", "llama", null, null, At(3)),
                new Fact.DerivedModel(Scan.Account, Scan.Region, "prompt-router", $"{Home}:prompt-router/r", "router", Nova, "AVAILABLE", At(4)),
            ],
            outcome.Facts.OfType<Fact.DerivedModel>().OrderBy(model => model.Kind));
        Assert.Equal(
            [new Fact.FoundationModel(Scan.Account, Scan.Region, "amazon.nova-pro-v1:0", "Nova Pro", "Amazon", "LEGACY", At(5), At(9))],
            outcome.Facts.OfType<Fact.FoundationModel>());
        Assert.Equal(
            [new Fact.Logging(Scan.Account, Scan.Region, "/bedrock", "logs", "p", Text: true)],
            outcome.Facts.OfType<Fact.Logging>());
        Assert.Equal(
            [new Fact.Quota(Scan.Account, Scan.Region, "L-1", "tokens a minute", 200000, Adjustable: true)],
            outcome.Facts.OfType<Fact.Quota>());
    }

    [Fact]
    public async Task Batch_jobs_are_those_submitted_in_the_window()
    {
        await using var aws = await FakeAwsServer.StartAsync(Small.World(Region()));

        var outcome = await Scan.OfAsync(aws, Scan.Request());

        var job = Assert.Single(outcome.Facts.OfType<Fact.BatchJob>());
        Assert.Equal(("new", "Completed", At(22), 100L, 97L, 3L), (job.Name, job.Status, job.Submitted, job.TotalRecords, job.SuccessRecords, job.ErrorRecords));
    }

    [Fact]
    public async Task Without_a_configuration_logging_is_off_and_that_is_a_fact()
    {
        await using var aws = await FakeAwsServer.StartAsync(Small.World());

        var outcome = await Scan.OfAsync(aws, Scan.Request());

        Assert.Equal(
            [new Fact.Logging(Scan.Account, Scan.Region, null, null, null, null)], outcome.Facts.OfType<Fact.Logging>());
    }

    private static DateTimeOffset At(int day) => new(2026, 11, day, 0, 0, 0, TimeSpan.Zero);

    private static RegionWorld Region() => new()
    {
        FoundationModels =
        [
            WorldFile.Raw(new
            {
                modelArn = Nova, modelId = "amazon.nova-pro-v1:0", modelName = "Nova Pro", providerName = "Amazon",
                modelLifecycle = new { status = "LEGACY", legacyTime = At(5), endOfLifeTime = At(9) },
            }),
        ],
        CustomModels =
        [
            WorldFile.Raw(new
            {
                modelArn = $"{Home}:custom-model/x", modelName = "tuned", creationTime = At(1), baseModelArn = Nova,
                baseModelName = "Nova Pro", modelStatus = "Active",
            }),
        ],
        Deployments =
        [
            WorldFile.Raw(new
            {
                customModelDeploymentArn = $"{Home}:custom-model-deployment/d", customModelDeploymentName = "live",
                modelArn = $"{Home}:custom-model/x", createdAt = At(2), status = "Active",
            }),
        ],
        ImportedModels =
        [
            WorldFile.Raw(new { modelArn = $"{Home}:imported-model/i", modelName = "llama", creationTime = At(3) }),
        ],
        Routers =
        [
            WorldFile.Raw(new
            {
                promptRouterArn = $"{Home}:prompt-router/r", promptRouterName = "router", status = "AVAILABLE",
                createdAt = At(4), fallbackModel = new { modelArn = Nova }, models = new[] { new { modelArn = Nova } },
                routingCriteria = new { responseQualityDifference = 25.0 }, type = "custom",
            }),
        ],
        BatchJobs = [Job("old", At(2)), Job("new", At(22))],
        Logging = WorldFile.Raw(new
        {
            cloudWatchConfig = new { logGroupName = "/bedrock", roleArn = "arn:aws:iam::111122223333:role/l" },
            s3Config = new { bucketName = "logs", keyPrefix = "p" },
            textDataDeliveryEnabled = true,
        }),
        Quotas =
        [
            WorldFile.Raw(new
            {
                ServiceCode = "bedrock", QuotaCode = "L-1", QuotaName = "tokens a minute", Value = 200000.0, Adjustable = true,
            }),
        ],
    };

    private static System.Text.Json.JsonElement Job(string name, DateTimeOffset submitted) => WorldFile.Raw(new
    {
        jobArn = $"{Home}:model-invocation-job/{name}",
        jobName = name,
        modelId = "amazon.nova-pro-v1:0",
        status = "Completed",
        submitTime = submitted,
        totalRecordCount = 100,
        processedRecordCount = 100,
        successRecordCount = 97,
        errorRecordCount = 3,
        roleArn = "arn:aws:iam::111122223333:role/b",
    });
}

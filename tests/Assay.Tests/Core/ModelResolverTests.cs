using Assay.Models;
using Assay.Tests.Support;

namespace Assay.Tests.Core;

public sealed class ModelResolverTests
{
    private const string Sonnet45 = "anthropic.claude-sonnet-4-5-20250929-v1:0";

    private static readonly ResourceTarget[] Resources =
    [
        new("arn:aws:bedrock:us-east-1:111122223333:application-inference-profile/k3v9q2m7x1ab", ModelIdKind.ApplicationProfile,
            ["arn:aws:bedrock:us-east-1::foundation-model/" + Sonnet45, "arn:aws:bedrock:us-west-2::foundation-model/" + Sonnet45]),
        new("arn:aws:bedrock:us-east-1:111122223333:application-inference-profile/oneregion001", ModelIdKind.ApplicationProfile,
            ["arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-pro-v1:0"]),
        new("arn:aws:bedrock:us-east-1:111122223333:application-inference-profile/worldwide001", ModelIdKind.ApplicationProfile,
            ["arn:aws:bedrock:::foundation-model/" + Sonnet45, "arn:aws:bedrock:us-east-1::foundation-model/" + Sonnet45]),
        new("arn:aws:bedrock:us-west-2:111122223333:provisioned-model/abc123", ModelIdKind.Provisioned,
            ["arn:aws:bedrock:us-west-2::foundation-model/meta.llama3-1-70b-instruct-v1:0:128k"]),
        new("arn:aws:bedrock:us-east-1:111122223333:custom-model-deployment/dep1", ModelIdKind.CustomDeployment,
            ["arn:aws:bedrock:us-east-1:111122223333:custom-model/amazon.nova-lite-v1:0:300k/cm1"]),
    ];

    private static readonly ModelResolver Resolver = new(Some.Book.Catalogue, Resources);

    [Theory]
    [InlineData("anthropic.claude-sonnet-4-5-20250929-v1:0", Sonnet45, RoutingScope.InRegion, ModelIdKind.Foundation)]
    [InlineData("anthropic.claude-sonnet-4-5-20250929-v1", Sonnet45, RoutingScope.InRegion, ModelIdKind.Foundation)]
    [InlineData("anthropic.claude-sonnet-4-5-20250929", Sonnet45, RoutingScope.InRegion, ModelIdKind.Foundation)]
    [InlineData("anthropic.claude-sonnet-4-5", Sonnet45, RoutingScope.InRegion, ModelIdKind.Foundation)]
    [InlineData("us.anthropic.claude-sonnet-4-5-20250929-v1:0", Sonnet45, RoutingScope.Geo, ModelIdKind.SystemProfile)]
    [InlineData("us-gov.anthropic.claude-sonnet-4-5-20250929-v1:0", Sonnet45, RoutingScope.Geo, ModelIdKind.SystemProfile)]
    [InlineData("eu.anthropic.claude-sonnet-4-5-20250929-v1:0", Sonnet45, RoutingScope.Geo, ModelIdKind.SystemProfile)]
    [InlineData("jp.anthropic.claude-sonnet-4-5-20250929-v1:0", Sonnet45, RoutingScope.Geo, ModelIdKind.SystemProfile)]
    [InlineData("au.anthropic.claude-sonnet-4-5-20250929-v1:0", Sonnet45, RoutingScope.Geo, ModelIdKind.SystemProfile)]
    [InlineData("apac.amazon.nova-pro-v1:0", "amazon.nova-pro-v1:0", RoutingScope.Geo, ModelIdKind.SystemProfile)]
    [InlineData("ca.amazon.nova-lite-v1:0", "amazon.nova-lite-v1:0", RoutingScope.Geo, ModelIdKind.SystemProfile)]
    [InlineData("global.anthropic.claude-sonnet-4-5-20250929-v1:0", Sonnet45, RoutingScope.Global, ModelIdKind.SystemProfile)]
    [InlineData("arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-pro-v1:0", "amazon.nova-pro-v1:0", RoutingScope.InRegion, ModelIdKind.Foundation)]
    [InlineData("arn:aws:bedrock:us-east-1:111122223333:inference-profile/us.anthropic.claude-sonnet-4-5-20250929-v1:0", Sonnet45, RoutingScope.Geo, ModelIdKind.SystemProfile)]
    [InlineData("amazon.nova-pro-v1:0:24k", "amazon.nova-pro-v1:0", RoutingScope.InRegion, ModelIdKind.Foundation)]
    [InlineData("cohere.embed-english-v3:0:512", "cohere.embed-english-v3", RoutingScope.InRegion, ModelIdKind.Foundation)]
    [InlineData("openai.gpt-oss-120b-1:0", "openai.gpt-oss-120b-1:0", RoutingScope.InRegion, ModelIdKind.Foundation)]
    [InlineData("openai.gpt-oss-120b", "openai.gpt-oss-120b-1:0", RoutingScope.InRegion, ModelIdKind.Foundation)]
    [InlineData("openai.gpt-5.6-sol", "openai.gpt-5.6-sol", RoutingScope.InRegion, ModelIdKind.Foundation)]
    [InlineData("k3v9q2m7x1ab", Sonnet45, RoutingScope.Geo, ModelIdKind.ApplicationProfile)]
    [InlineData("arn:aws:bedrock:us-east-1:111122223333:application-inference-profile/k3v9q2m7x1ab", Sonnet45, RoutingScope.Geo, ModelIdKind.ApplicationProfile)]
    [InlineData("oneregion001", "amazon.nova-pro-v1:0", RoutingScope.InRegion, ModelIdKind.ApplicationProfile)]
    [InlineData("worldwide001", Sonnet45, RoutingScope.Global, ModelIdKind.ApplicationProfile)]
    [InlineData("arn:aws:bedrock:us-west-2:111122223333:provisioned-model/abc123", "meta.llama3-1-70b-instruct-v1:0", RoutingScope.Provisioned, ModelIdKind.Provisioned)]
    [InlineData("abc123", "meta.llama3-1-70b-instruct-v1:0", RoutingScope.Provisioned, ModelIdKind.Provisioned)]
    [InlineData("arn:aws:bedrock:us-east-1:111122223333:custom-model/amazon.nova-lite-v1:0:300k/cm1", "amazon.nova-lite-v1:0", RoutingScope.Unknown, ModelIdKind.CustomModel)]
    [InlineData("arn:aws:bedrock:us-east-1:111122223333:custom-model-deployment/dep1", "amazon.nova-lite-v1:0", RoutingScope.Unknown, ModelIdKind.CustomDeployment)]
    public void An_id_resolves_to_its_model(string id, string model, RoutingScope scope, ModelIdKind kind)
    {
        var known = Assert.IsType<ModelResolution.Known>(Resolver.Resolve(id));
        Assert.Equal((model, scope, kind), (known.Model.Id, known.Scope, known.Kind));
    }

    [Theory]
    [InlineData("us.anthropic.claude-saga-6-v1:0", ModelIdKind.SystemProfile, RoutingScope.Geo)]
    [InlineData("amazon.nova-pro-v7:0", ModelIdKind.Foundation, RoutingScope.InRegion)]
    [InlineData("anthropic.claude-3-5-sonnet", ModelIdKind.Foundation, RoutingScope.InRegion)]
    [InlineData("zzzzzzzzzzzz", ModelIdKind.ApplicationProfile, RoutingScope.Unknown)]
    [InlineData("arn:aws:bedrock:us-east-1:111122223333:imported-model/im1", ModelIdKind.Imported, RoutingScope.Unknown)]
    [InlineData("arn:aws:bedrock:us-east-1:111122223333:prompt-router/pr1", ModelIdKind.Router, RoutingScope.Unknown)]
    [InlineData("arn:aws:bedrock:us-east-1:111122223333:provisioned-model/gone", ModelIdKind.Provisioned, RoutingScope.Provisioned)]
    [InlineData("arn:aws:sagemaker:us-east-1:111122223333:endpoint/e1", ModelIdKind.SageMakerEndpoint, RoutingScope.Unknown)]
    [InlineData("arn:aws:bedrock", ModelIdKind.Unknown, RoutingScope.Unknown)]
    [InlineData("", ModelIdKind.Unknown, RoutingScope.Unknown)]
    [InlineData("no model at all \u001b[31m", ModelIdKind.Unknown, RoutingScope.Unknown)]
    public void What_can_not_be_resolved_is_unknown_and_says_why(string id, ModelIdKind kind, RoutingScope scope)
    {
        var unknown = Assert.IsType<ModelResolution.Unknown>(Resolver.Resolve(id));
        Assert.Equal((kind, scope), (unknown.Kind, unknown.Scope));
        Assert.NotEmpty(unknown.Why);
    }

    [Fact]
    public void Every_id_that_AWS_lists_for_a_model_of_the_catalogue_resolves_to_it()
    {
        foreach (var model in Some.Book.Catalogue.Models)
        {
            var known = Assert.IsType<ModelResolution.Known>(Resolver.Resolve(model.Id));
            Assert.Equal(model.Id, known.Model.Id);
        }
    }
}

using Amazon.Runtime.Internal;

namespace Assay.Aws.Clients;

/// <summary>
/// Puts the allow-list into the pipeline of every client that the SDK makes in this process, its own STS and SSO
/// clients included. Those are found by the SDK through reflection; registering factories for them would lose the
/// source credentials of a profile that assumes a role.
/// </summary>
internal static class SdkGuard
{
    private static readonly Lazy<bool> Once = new(() =>
    {
        RuntimePipelineCustomizerRegistry.Instance.Register(new AllowListCustomizer());
        return true;
    });

    public static void Install() => _ = Once.Value;

    private sealed class AllowListCustomizer : IRuntimePipelineCustomizer
    {
        public string UniqueName => "Assay allow-list";

        public void Customize(Type type, RuntimePipeline pipeline) => pipeline.AddHandler(new AllowListHandler());
    }
}

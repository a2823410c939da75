namespace Assay.Models;

/// <summary>What kind of thing a <c>modelId</c> names.</summary>
public enum ModelIdKind
{
    Unknown,
    Foundation,
    SystemProfile,
    ApplicationProfile,
    Provisioned,
    CustomModel,
    CustomDeployment,
    Imported,
    Router,
    Prompt,
    SageMakerEndpoint,
}

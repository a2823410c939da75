namespace Assay.Aws.Tests.Support;

/// <summary>Tests that set variables of the process run when no others do.</summary>
[CollectionDefinition("environment", DisableParallelization = true)]
public sealed class TheEnvironment;

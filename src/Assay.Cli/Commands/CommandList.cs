namespace Assay.Cli.Commands;

/// <summary>The verbs, in the order of help. A test proves the list complete.</summary>
internal static class CommandList
{
    public static IReadOnlyList<ICommand> All { get; } =
    [
        new ScanCommand(), new DemoCommand(), new ReportCommand(), new ExplainCommand(), new ChecksCommand(),
        new PricesCommand(),
        new IamPolicyCommand(), new DoctorCommand(),
    ];
}

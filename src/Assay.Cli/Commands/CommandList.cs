using System.CommandLine;

namespace Assay.Cli.Commands;

/// <summary>The verbs, in the order of help. A test proves the list complete.</summary>
internal static class CommandList
{
    public static IReadOnlyList<ICommand> All { get; } =
    [
        new ScanCommand(), new DemoCommand(), new IngestCommand(), new ReportCommand(), new ExplainCommand(),
        new ReplayCommand(), new CapacityCommand(), new SqlCommand(), new RepriceCommand(), new DiffCommand(),
        new TrackCommand(),
        new ChecksCommand(), new PricesCommand(), new IamPolicyCommand(), new DoctorCommand(),
        new CompletionsCommand(), new ManCommand(),
    ];

    /// <summary>The program with all its verbs.</summary>
    public static RootCommand Root()
    {
        const string about = "Token FinOps for Amazon Bedrock: where the tokens go, what each lever would save.";
        var root = new RootCommand(about);
        foreach (var command in All)
        {
            root.Add(command.Build());
        }

        return root;
    }
}

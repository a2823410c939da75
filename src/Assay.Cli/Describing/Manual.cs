using Assay.Diagnostics;

namespace Assay.Cli.Describing;

/// <summary>What the manual tells beside verbs and options. Tests hold it against the README and the sources.</summary>
internal static class Manual
{
    public const string About =
        "Reads how an AWS account uses Amazon Bedrock and says where the tokens and the dollars go, and what each "
        + "change would save. It only reads: each request is looked up in a fixed list before it is signed. "
        + "Data goes to standard output, progress and errors to standard error.";

    public static IReadOnlyList<(ExitCode Code, string Meaning)> ExitCodes { get; } =
    [
        (ExitCode.Done, "done"),
        (ExitCode.NoResult, "no result"),
        (ExitCode.Usage, "a mistake in the command"),
        (ExitCode.Findings, "a finding at or above --fail-on (low, medium or high)"),
        (ExitCode.Partial, "a result, but partial: something was denied, throttled or unreadable"),
        (ExitCode.OverBudget, "not scanned, because the calls would cost more than --max-cost"),
        (ExitCode.Interrupted, "interrupted"),
    ];

    public const string ExitOrder = "Where several apply, the order is 2, 1, 5, 3, 4, 0.";

    public static IReadOnlyList<(string Name, string Meaning)> Variables { get; } =
    [
        ("ASSAY_CONFIG", "the configuration file, where --config does not name one"),
        ("ASSAY_HASH_KEY", "64 hexadecimal digits: the key that prompts are hashed with, in place of the key file"),
        ("ASSAY_DEBUG", "if set, an internal error is shown with its details"),
        ("AWS_PROFILE", "the profile of the AWS configuration, where --profile does not name one"),
        ("AWS_REGION", "the Region, where --region does not name one; after it AWS_DEFAULT_REGION"),
        ("AWS_ENDPOINT_URL", "where AWS is, also as AWS_ENDPOINT_URL_ and the name of a service; http or https"),
        ("CI", "if set, no configuration file is looked for"),
        ("COLUMNS", "the width of tables"),
        ("NO_COLOR", "if set, there are no colours; nor where TERM is dumb"),
        ("XDG_CACHE_HOME", "where downloaded price lists are kept, instead of ~/.cache"),
        ("XDG_CONFIG_HOME", "where your own prices are, instead of ~/.config"),
    ];

    public static IReadOnlyList<(string Name, string Meaning)> Files { get; } =
    [
        ("assay.yaml", "configuration: in the working directory or the nearest above it"),
        ("~/.config/assay/prices/*.jsonc", "your own prices, which go before those of the program"),
        ("~/.config/assay/prices/overrides.jsonc", "private prices and discounts"),
        ("~/.cache/assay/price-lists", "downloaded files of the AWS Price List"),
        ("~/.aws/config, ~/.aws/credentials", "profiles and credentials, as of the AWS CLI"),
    ];
}

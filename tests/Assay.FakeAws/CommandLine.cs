using System.Globalization;

namespace Assay.FakeAws;

/// <summary>The arguments of the program.</summary>
internal sealed record CommandLine
{
    public const string Usage =
        "usage: Assay.FakeAws (--world FILE | --scale MODELS [--regions N] [--days N]) [--port N] [--log FILE] "
        + "[--no-verify]";

    public string? WorldPath { get; private init; }

    public int Scale { get; private init; }

    public int Regions { get; private init; } = 1;

    public int Days { get; private init; } = 14;

    public int Port { get; private init; }

    public string? LogPath { get; private init; }

    public bool VerifySignatures { get; private init; } = true;

    /// <summary>Reads the arguments; null when they are not understood.</summary>
    public static CommandLine? Read(IReadOnlyList<string> args)
    {
        var command = new CommandLine();
        for (var i = 0; i < args.Count; i++)
        {
            if (args[i] == "--no-verify")
            {
                command = command with { VerifySignatures = false };
                continue;
            }

            if (i + 1 == args.Count || command.With(args[i], args[++i]) is not { } next)
            {
                return null;
            }

            command = next;
        }

        return command.WorldPath is null == command.Scale > 0 ? command : null;
    }

    public World World() => WorldPath is { } path ? WorldFile.Load(path) : Worlds.Scaled(Scale, Regions, Days);

    private CommandLine? With(string name, string value)
    {
        var isNumber = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        return name switch
        {
            "--world" => this with { WorldPath = value },
            "--log" => this with { LogPath = value },
            "--port" when isNumber => this with { Port = number },
            "--scale" when isNumber => this with { Scale = number },
            "--regions" when isNumber => this with { Regions = number },
            "--days" when isNumber => this with { Days = number },
            _ => null,
        };
    }
}

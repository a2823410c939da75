using System.Diagnostics;
using System.Globalization;
using Assay.FakeAws;
using Assay.Pricing;
using Assay.Scenarios;

// Records an account: builds its world, serves it, and lets the program itself scan it.
//   Assay.Scenarios ASSAY_DLL scenarios                                 every bundled scenario
//   Assay.Scenarios ASSAY_DLL FOLDER scaled MODELS REGIONS PRICES       one for benches
const int Done = 0;
const int Partial = 4;

switch (args)
{
    case [var program, var folder]:
        foreach (var each in Scenario.All)
        {
            var target = Path.Combine(folder, each.Name, "recording");
            if (await RecordAsync(program, target, each) is not (Done or Partial) and var exit)
            {
                await Console.Error.WriteLineAsync($"{each.Name}: the scan ended with {exit}");
                return exit;
            }
        }

        AgentCalls.Write(Path.Combine(folder, AgentCalls.Name, "calls"));
        return Done;
    case [var program, var folder, "scaled", var models, var regions, var prices]:
        var book = PriceFiles.Read(Directory.EnumerateFiles(prices, "*.jsonc")
            .Select(file => (Path.GetFileName(file), (ReadOnlyMemory<byte>)File.ReadAllBytes(file))));
        var places = int.Parse(regions, CultureInfo.InvariantCulture);
        var world = Scaled.World(book, int.Parse(models, CultureInfo.InvariantCulture), places);
        return await RecordAsync(
            program, folder, new Scenario("scaled", world, Scenario.InRegions(Scaled.Regions(places))));
    default:
        await Console.Error.WriteLineAsync("usage: Assay.Scenarios ASSAY_DLL FOLDER [scaled MODELS REGIONS PRICES]");
        return 2;
}

static async Task<int> RecordAsync(string program, string target, Scenario scenario)
{
    if (Directory.Exists(target))
    {
        Directory.Delete(target, recursive: true);
    }

    await using var fake = await FakeAwsServer.StartAsync(scenario.World);
    var start = new ProcessStartInfo("dotnet")
    {
        RedirectStandardOutput = true,
        UseShellExecute = false,
        Environment =
        {
            ["AWS_ENDPOINT_URL"] = fake.Endpoint.ToString().TrimEnd('/'),
            ["AWS_ACCESS_KEY_ID"] = OneAccount.AccessKey,
            ["AWS_SECRET_ACCESS_KEY"] = OneAccount.Secret,
            ["AWS_EC2_METADATA_DISABLED"] = "true",
        },
    };
    string[] words =
    [
        program,
        "scan",
        "--since", "14d",
        "--now", "2026-11-23T00:00:00Z",
        "--record", target,
        "--format", "csv",
        .. scenario.Scan,
    ];
    foreach (var word in words)
    {
        start.ArgumentList.Add(word);
    }

    using var scan = Process.Start(start)!;
    await scan.StandardOutput.ReadToEndAsync();
    await scan.WaitForExitAsync();
    return scan.ExitCode;
}

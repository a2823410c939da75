using System.Diagnostics;
using System.Globalization;
using Assay.FakeAws;
using Assay.Pricing;
using Assay.Scenarios;

// Records an account: builds its world, serves it, and lets the program itself scan it.
//   Assay.Scenarios ASSAY_DLL scenarios                                 every bundled scenario
//   Assay.Scenarios ASSAY_DLL FOLDER scaled MODELS REGIONS PRICES       one for benches
switch (args)
{
    case [var program, var folder]:
        return await RecordAsync(
            program,
            Path.Combine(folder, "one-account", "recording"),
            OneAccount.World,
            ["us-east-1", "us-west-2"]);
    case [var program, var folder, "scaled", var models, var regions, var prices]:
        var book = PriceFiles.Read(Directory.EnumerateFiles(prices, "*.jsonc")
            .Select(file => (Path.GetFileName(file), (ReadOnlyMemory<byte>)File.ReadAllBytes(file))));
        var places = int.Parse(regions, CultureInfo.InvariantCulture);
        var world = Scaled.World(book, int.Parse(models, CultureInfo.InvariantCulture), places);
        return await RecordAsync(program, folder, world, Scaled.Regions(places));
    default:
        await Console.Error.WriteLineAsync("usage: Assay.Scenarios ASSAY_DLL FOLDER [scaled MODELS REGIONS PRICES]");
        return 2;
}

static async Task<int> RecordAsync(string program, string target, World world, IReadOnlyList<string> regions)
{
    if (Directory.Exists(target))
    {
        Directory.Delete(target, recursive: true);
    }

    await using var fake = await FakeAwsServer.StartAsync(world);
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
    ];
    foreach (var word in words.Concat(regions.SelectMany(region => (string[])["--region", region])))
    {
        start.ArgumentList.Add(word);
    }

    using var scan = Process.Start(start)!;
    await scan.StandardOutput.ReadToEndAsync();
    await scan.WaitForExitAsync();
    return scan.ExitCode;
}

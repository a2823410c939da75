using System.Diagnostics;
using Assay.FakeAws;
using Assay.Scenarios;

// Records a scenario: builds its world, serves it, and lets the program itself scan it.
//   dotnet run --project tools/Assay.Scenarios -- PATH_OF_ASSAY_DLL SCENARIOS_FOLDER
if (args is not [var program, var folder])
{
    await Console.Error.WriteLineAsync("usage: Assay.Scenarios PATH_OF_ASSAY_DLL SCENARIOS_FOLDER");
    return 2;
}

var target = Path.Combine(folder, "one-account", "recording");
if (Directory.Exists(target))
{
    Directory.Delete(target, recursive: true);
}

await using var fake = await FakeAwsServer.StartAsync(OneAccount.World);
var start = new ProcessStartInfo("dotnet")
{
    ArgumentList =
    {
        program, "scan", "--region", "us-east-1", "--region", "us-west-2", "--since", "14d",
        "--now", "2026-11-23T00:00:00Z", "--record", target,
    },
    Environment =
    {
        ["AWS_ENDPOINT_URL"] = fake.Endpoint.ToString().TrimEnd('/'),
        ["AWS_ACCESS_KEY_ID"] = OneAccount.AccessKey,
        ["AWS_SECRET_ACCESS_KEY"] = OneAccount.Secret,
        ["AWS_EC2_METADATA_DISABLED"] = "true",
    },
};
using var scan = Process.Start(start)!;
await scan.WaitForExitAsync();
return scan.ExitCode;

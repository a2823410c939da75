using Assay.FakeAws;

if (CommandLine.Read(args) is not { } command)
{
    Console.Error.WriteLine(CommandLine.Usage);
    return 2;
}

using var calls = command.LogPath is { } path ? new StreamWriter(path, append: true) { AutoFlush = true } : null;
var options = new FakeAwsOptions
{
    Port = command.Port,
    KeepBodies = false,
    VerifySignatures = command.VerifySignatures,
    OnCall = calls is null ? null : call => calls.WriteLine(WorldFile.Line(call)),
};
await using var server = await FakeAwsServer.StartAsync(command.World(), options);
Console.WriteLine($"listening on {server.Endpoint}");
await server.WaitForShutdownAsync();
return 0;

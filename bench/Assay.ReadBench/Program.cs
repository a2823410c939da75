using Assay.Calls;
using Assay.ReadBench;
using Assay.Sources;
using Assay.Sources.Compression;
using Assay.Sources.Json;
using Assay.Sources.Shapes;
using DuckDB.NET.Data;

// The peer: DuckDB runs a query of its own over the same files. usage: Assay.ReadBench --duckdb THREADS QUERY
if (args[0] == "--duckdb")
{
    using var connection = new DuckDBConnection("Data Source=:memory:");
    connection.Open();
    using var command = connection.CreateCommand();
    command.CommandText = $"set threads = {args[1]}; {args[2]}";
    using var rows = command.ExecuteReader();
    var count = 0;
    do
    {
        while (rows.Read())
        {
            count++;
        }
    }
    while (rows.NextResult());
    Console.WriteLine($"{count} models");
    return;
}

// Reads every file of a folder and keeps nothing: what parsing costs without a ledger.
// usage: Assay.ReadBench FOLDER THREADS [full|strict|inflate|tape]
// inflate: from the disk to a text in memory. tape: and each record's values. full: and calls with shapes.
var files = Directory.GetFiles(args[0], "*.gz", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToArray();
var mode = args.ElementAtOrDefault(2) ?? "full";
var next = -1;
var all = new Sums();
var readers = Enumerable.Range(0, int.Parse(args[1])).Select(_ => new Thread(() =>
{
    var sums = mode is "inflate" or "tape" ? Parts() : Whole();
    lock (all)
    {
        all.Add(sums);
    }
})).ToArray();
Array.ForEach(readers, each => each.Start());
Array.ForEach(readers, each => each.Join());
Console.WriteLine($"{all.Calls} calls, {all.Input} input tokens, {all.Nodes} nodes");

IEnumerable<string> Mine()
{
    for (int i; (i = Interlocked.Increment(ref next)) < files.Length;)
    {
        yield return files[i];
    }
}

Sums Whole()
{
    var options = new ReaderOptions(IsStrict: mode == "strict");
    using var reader = new CallReader(new HashKey(new byte[HashKey.Length]), options);
    var sums = new Sums();
    foreach (var file in Mine())
    {
        reader.Read(new CallFile(file, null, () => File.OpenRead(file)), sums, _ => false, _ => { });
    }

    return sums;
}

Sums Parts()
{
    using var inflater = new Inflater(isStreaming: false);
    var (window, records, sums) = (new TextWindow(), new JsonRecords(isStrict: false), new Sums());
    foreach (var file in Mine())
    {
        inflater.Open(File.ReadAllBytes(file), null, null, window);
        if (mode == "tape")
        {
            records.Begin(window);
            while (records.Next() == RecordOutcome.Read)
            {
                sums.Count();
            }
        }
    }

    return sums;
}

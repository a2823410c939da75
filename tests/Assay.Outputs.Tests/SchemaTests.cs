using System.Diagnostics;
using System.Text.Json;
using Assay.Outputs.Support;

namespace Assay.Outputs;

public sealed class SchemaTests
{
    private const string Validate =
        "import json,sys,jsonschema\n" +
        "schema=json.load(open(sys.argv[1]))\n" +
        "jsonschema.Draft202012Validator.check_schema(schema)\n" +
        "found=jsonschema.Draft202012Validator(schema).iter_errors(json.load(open(sys.argv[2])))\n" +
        "errors=[e.json_path+': '+e.message[:200] for e in found]\n" +
        "print('\\n'.join(errors)); sys.exit(1 if errors else 0)";

    public static TheoryData<string> Reports => ["full", "empty"];

    [Theory, MemberData(nameof(Reports))]
    public void Every_field_is_in_the_schema_and_every_required_one_is_there(string report)
    {
        using var document = JsonDocument.Parse(Json(report));
        Assert.Empty(Schema.Read().Errors(document.RootElement));
    }

    [Theory, MemberData(nameof(Reports))]
    public void A_validator_accepts_the_report(string report)
    {
        Assert.SkipUnless(Python("-c", "import jsonschema").Code == 0, "python3 with jsonschema is not installed");
        var file = Path.Combine(Directory.CreateTempSubdirectory("assay-schema-").FullName, "report.json");
        File.WriteAllText(file, Json(report));
        var (code, said) = Python("-c", Validate, Schema.Path, file);
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        Assert.True(code == 0, said);
    }

    [Fact]
    public void Every_field_is_described()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Schema.Path));
        Assert.Empty(Undescribed(document.RootElement, "$"));
    }

    private static IEnumerable<string> Undescribed(JsonElement schema, string path) =>
        schema.ValueKind != JsonValueKind.Object
        ? []
        : schema.EnumerateObject().SelectMany(member => member.Name == "properties"
            ? member.Value.EnumerateObject()
                .SelectMany(field => Undescribed(field.Value, $"{path}.{field.Name}").Concat(
                field.Value.TryGetProperty("description", out _) ? [] : [$"{path}.{field.Name}"]))
            : Undescribed(member.Value, $"{path}.{member.Name}"));

    private static string Json(string report) =>
        Some.Print(report == "full" ? Some.Report() : Some.Empty(), "json");

    private static (int Code, string Said) Python(params string[] arguments)
    {
        try
        {
            using var python = Process.Start(new ProcessStartInfo("python3", arguments)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            })!;
            var error = python.StandardError.ReadToEndAsync();
            var said = python.StandardOutput.ReadToEnd();
            python.WaitForExit();
            return (python.ExitCode, said + error.Result);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return (-1, "python3 is not installed");
        }
    }
}

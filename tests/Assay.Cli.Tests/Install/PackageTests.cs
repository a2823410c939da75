using System.Text.Json;
using Assay.Cli.Tests.Support;

namespace Assay.Cli.Tests.Install;

public sealed class PackageTests
{
    /// <summary>The judges are groff and mandoc; mandoc's word on the date is not one on the page.</summary>
    [Theory]
    [InlineData("man", "--warnings", "-l")]
    [InlineData("mandoc", "-T", "lint", "-W", "warning")]
    public async Task The_manual_is_a_page_without_warnings(string program, params string[] options)
    {
        using var folder = new TempFolder();
        var page = folder.Sub("assay.1");
        await File.WriteAllTextAsync(page, (await Shell.Bare.RunAsync("man")).EndsWith(0).Out);
        var ran = await Shell.Bare.With("MANPAGER", "cat").TryAsync(program, [.. options, page]);
        Assert.SkipUnless(ran is not null, $"{program} is not on this machine");
        var said = ran!.Error + (program == "mandoc" ? ran.Out : "");
        Assert.DoesNotContain(
            said.Split('\n', StringSplitOptions.RemoveEmptyEntries),
            line => !line.Contains("missing date", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_package_of_the_tool_says_its_command_licence_and_page()
    {
        string[] names =
            ["PackAsTool", "ToolCommandName", "PackageId", "PackageLicenseExpression", "PackageReadmeFile", "Description"];
        var ran = await Shell.Bare.TryAsync(
            "dotnet",
            [
                "msbuild", Repository.At("src/Assay.Cli/Assay.Cli.csproj"), "-p:ReleaseForm=tool",
                .. names.Select(name => "-getProperty:" + name),
            ]);
        Assert.True(ran!.Exit == 0, ran.Error + ran.Out);
        using var told = JsonDocument.Parse(ran.Out);
        var values = names.Select(name => told.RootElement.GetProperty("Properties").GetProperty(name).GetString());
        Assert.Equal(
            [
                "true", "assay", "Assay.Cli", "Apache-2.0", "README.md",
                "Token FinOps for Amazon Bedrock: where the tokens go, what each lever would save.",
            ],
            values);
    }
}

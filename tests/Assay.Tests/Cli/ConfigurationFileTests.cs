using Assay.Analysis.Levers;
using Assay.Cli.Hosting;
using Assay.Diagnostics;
using Assay.Models;

namespace Assay.Tests.Cli;

public sealed class ConfigurationFileTests : IDisposable
{
    private readonly string path = Path.Combine(Directory.CreateTempSubdirectory("assay-config-").FullName, "assay.yaml");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);

    [Fact]
    public void A_file_sets_thresholds_and_owner_tags()
    {
        var read = Read("thresholds:\n  conciseTarget: 250\n  rightSizeExpected: 0.1\nownerTags: [squad]\n");
        Assert.Equal((250m, 0.1m), (read.Levers.ConciseTarget, read.Levers.RightSizeExpected));
        Assert.Equal("blue", read.Owners.OfTags(new Dictionary<string, string> { ["Squad"] = "blue", ["team"] = "red" }));
    }

    [Theory]
    [InlineData("allowGlobal: true\n", true)]
    [InlineData("allowGlobal: false\n", false)]
    [InlineData("", null)]
    public void Whether_calls_may_leave_their_geography_is_said_or_not(string text, bool? said) =>
        Assert.Equal(said, Read(text).Levers.AllowGlobal);

    [Theory]
    [InlineData("allowUntried: true\n", true)]
    [InlineData("", false)]
    public void What_nobody_has_tried_counts_where_it_is_said(string text, bool counts) =>
        Assert.Equal(counts, Read(text).Levers.AllowUntried);

    [Fact]
    public void Whose_models_and_which_Regions_may_be_proposed_is_listed()
    {
        var read = Read("allowedProviders: [Anthropic, meta]\nallowedRegions: [eu-west-1, us]\n").Levers;
        Assert.Equal(["anthropic", "meta"], read.Allowed.Providers!);
        Assert.Equal(["eu-west-1", "us"], read.Allowed.Regions!);
        // Where Regions are listed, any Region is allowed only if that is said too.
        Assert.False(read.AllowGlobal);
        var anywhere = Read("allowGlobal: true\nallowedRegions: [eu]\n").Levers;
        Assert.True(anywhere.AllowGlobal);
        Assert.True(anywhere.Allowed.Has(RoutingScope.Global, "eu-west-1"));
        Assert.Null(Read("allowedProviders: [meta]\n").Levers.AllowGlobal);
    }

    [Theory]
    [InlineData(RoutingScope.InRegion, "eu-west-1", true)]
    [InlineData(RoutingScope.InRegion, "eu-west-3", false)]
    [InlineData(RoutingScope.Geo, "eu-west-1", false)]
    [InlineData(RoutingScope.InRegion, "ap-northeast-1", true)]
    [InlineData(RoutingScope.Geo, "ap-northeast-1", true)]
    [InlineData(RoutingScope.Global, "ap-northeast-1", false)]
    [InlineData(RoutingScope.InRegion, "us-gov-west-1", false)]
    public void A_geography_has_its_Regions_and_a_Region_is_no_geography(RoutingScope scope, string region, bool may) =>
        Assert.Equal(may, new AllowedPlaces(Regions: ["eu-west-1", "apac", "us"]).Has(scope, region));

    [Fact]
    public void Every_threshold_has_a_name_and_every_name_sets_one()
    {
        var scalars = typeof(LeverOptions).GetProperties()
            // A yes or no is no threshold.
            .Where(property => property.CanWrite && property.PropertyType != typeof(bool)
                && property.PropertyType.IsPrimitive | property.PropertyType == typeof(decimal))
            .Select(property => char.ToLowerInvariant(property.Name[0]) + property.Name[1..]);
        Assert.Equal(scalars.Order(StringComparer.Ordinal), Thresholds.Names.Order(StringComparer.Ordinal));
        Assert.All(Thresholds.Names, name => Assert.NotEqual(LeverOptions.Default, Thresholds.Set(LeverOptions.Default, name, 123_457)));
    }

    [Theory]
    [InlineData("thresholds:\n  conciseTarget: many\n", "line 2", "no number")]
    [InlineData("thresholds:\n  conciseTarget: -1\n", "line 2", "no number")]
    [InlineData("thresholds:\n  conciseTraget: 1\n", "line 2", "no threshold is called conciseTraget")]
    [InlineData("levers: {}\n", "line 1", "nothing is called levers")]
    [InlineData("ownerTags: squad\n", "line 1", "no list")]
    [InlineData("ownerTags: [a, [b]]\n", "line 1", "no tag key")]
    [InlineData("ownerTags: [a]\nallowedProviders:\n  - antropic\n", "line 3", "no provider")]
    [InlineData("allowedRegions: [eu_west_1]\n", "line 1", "no Region or geography")]
    [InlineData("allowedRegions: [global]\n", "line 1", "no Region or geography")]
    [InlineData("allowGlobal: perhaps\n", "line 1", "neither true nor false")]
    [InlineData("thresholds: [1]\n", "line 1", "no mapping")]
    [InlineData("thresholds: {\n", "line", "not valid YAML")]
    public void What_means_nothing_is_refused_at_its_line(string text, string line, string what)
    {
        var error = Assert.Throws<AssayException>(() => Read(text));
        Assert.Contains(line, error.Message, StringComparison.Ordinal);
        Assert.Contains(what, error.Message, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, error.ExitCode);
    }

    [Fact]
    public void An_empty_file_changes_nothing() => Assert.Equal(Configuration.Default, Read(""));

    [Fact]
    public void A_file_that_was_named_must_exist() =>
        Assert.Equal(ExitCode.Usage, Assert.Throws<AssayException>(() => ConfigurationFile.Read(path + ".nope")).ExitCode);

    private Configuration Read(string text)
    {
        File.WriteAllText(path, text);
        return ConfigurationFile.Read(path);
    }
}

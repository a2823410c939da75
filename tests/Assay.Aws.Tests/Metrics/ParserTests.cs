using System.Globalization;
using System.Text;
using System.Text.Json;
using Assay.Aws.Metrics;
using CsCheck;

namespace Assay.Aws.Tests.Metrics;

public sealed class ParserTests
{
    [Fact]
    public void Members_may_come_in_any_order_and_numbers_in_any_form()
    {
        var sink = new Kept();

        var next = Parse(
            """
            {"Messages":[{"Code":"x","Value":{"deep":[1,2]}}],"NextToken":"t","MetricDataResults":[
              {"StatusCode":"PartialData","Values":[1.5E3,"NaN",null],"Label":"l",
               "Timestamps":[1.7955E9,1795503600,"2026-11-23T07:00:00Z"],"Id":"q4"},
              {"Id":"other","Timestamps":[1],"Values":[1],"StatusCode":"Complete"},
              {"Id":"q0","Timestamps":[],"Values":[],"StatusCode":"Forbidden"}]}
            """,
            sink);

        Assert.Equal("t", next);
        Assert.Equal(
            [
                "14 Partial 1795500000=1500 1795503600=NaN 1795417200=NaN",
                "10 Failed ",
            ],
            sink.Lines);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"MetricDataResults\":[{\"Id\":\"q0\",\"Timestamps\":[1")]
    [InlineData("{\"MetricDataResults\":{}}")]
    [InlineData("<html>")]
    public void A_response_that_is_cut_off_or_something_else_is_refused(string json) =>
        Assert.ThrowsAny<JsonException>(() => Parse(json, new Kept()));

    [Fact]
    public void The_fast_reader_reads_what_a_document_says() =>
        Gen.Select(Gen.Int[0, 40], Gen.Double[0, 1e9], Gen.Long[0, 4_000_000_000]).Array[0, 30].Array[0, 6].Sample(results =>
        {
            var json = JsonSerializer.Serialize(new
            {
                MetricDataResults = results.Select((points, i) => new
                {
                    Id = $"q{i}",
                    Timestamps = points.Select(p => p.Item3),
                    Values = points.Select(p => p.Item2),
                    StatusCode = "Complete",
                }),
            });
            var sink = new Kept();

            Parse(json, sink);

            Assert.Equal(
                results.Select((points, i) => Kept.Line(10 + i, SeriesStatus.Complete, points.Select(p => (p.Item3, p.Item2)))),
                sink.Lines);
        });

    private static string? Parse(string json, IMetricSink sink) =>
        new MetricDataParser().Parse(Encoding.UTF8.GetBytes(json), first: 10, sink);

    private sealed class Kept : IMetricSink
    {
        public List<string> Lines { get; } = [];

        public static string Line(int query, SeriesStatus status, IEnumerable<(long Time, double Value)> points) =>
            string.Create(
                CultureInfo.InvariantCulture, $"{query} {status} {string.Join(' ', points.Select(p => $"{p.Time}={p.Value}"))}");

        public void Accept(int query, ReadOnlySpan<long> times, ReadOnlySpan<double> values, SeriesStatus status) =>
            Lines.Add(Line(query, status, times.ToArray().Zip(values.ToArray())));

        public void Broken(int query, bool begun) => Lines.Add($"{query} broken");
    }
}

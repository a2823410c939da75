using Assay.Cli.Tests.Support;
using Assay.FakeAws;

namespace Assay.Cli.Tests.Scans;

/// <summary>An answer that never comes: half a minute of waiting, beside all other tests.</summary>
public sealed class HangTests
{
    [Fact]
    public async Task An_answer_that_never_comes_is_asked_for_again_after_half_a_minute()
    {
        await using var aws = await FakeAwsServer.StartAsync(Everything.World);
        aws.Faults.Add(new FaultRule { Kind = FaultKind.Hang, Operation = "ListMetrics", Times = 1 });

        var ran = await Everything.ScanAsync(aws);

        Assert.Equal(2_649.186m, ran.EndsWith(0).Report.Cost);
        Assert.InRange(ran.Took.TotalSeconds, 25, 45);
    }
}

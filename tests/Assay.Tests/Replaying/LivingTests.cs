using Assay.Analysis.Simulation.Caching;

namespace Assay.Tests.Replaying;

/// <summary>A cache of the simulation holds what lives, and finds what one that forgets nothing finds.</summary>
public sealed class LivingTests
{
    private const long Life = 300;

    [Fact]
    public void Room_follows_what_lives()
    {
        var (entries, stairs) = (new Entries(Life), new Staircases(Life));
        for (var i = 0; i < 500_000; i++)
        {
            entries.Use(i, 1, i - Life, i);
            entries.Put(i, 1, i);
            stairs.Use(i, 1, i);
        }

        Assert.InRange(entries.Room, Life, 8 * Life);
        Assert.InRange(stairs.Room, Life, 8 * Life);
        Assert.Equal((0, 1), (entries.Deepest(0, 1, 500_000 - Life), entries.Deepest(499_999, 1, 500_000 - Life)));
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void What_is_forgotten_is_nothing_that_lives(int seed)
    {
        var random = new Random(seed);
        var (entries, stairs) = (new Entries(Life), new Staircases(Life));
        var put = new Dictionary<(int Node, int Depth), long>();
        var used = new Dictionary<(int Node, int Depth), long>();
        for (var now = 0L; now < 60_000; now += random.Next(4))
        {
            var (node, depth) = (random.Next(2_000), random.Next(1, 6));
            var since = now - Life;
            Assert.Equal(Deepest(put, node, depth, since), entries.Deepest(node, depth, since));
            Assert.Equal(Deepest(used, node, 5, since), stairs.Deepest(node, since));
            entries.Use(node, depth, since, now);
            entries.Put(node, depth, now);
            stairs.Use(node, depth, now);
            for (var upTo = 1; upTo <= depth; upTo++)
            {
                used[(node, upTo)] = now;
                if (upTo == depth || put.GetValueOrDefault((node, upTo), long.MinValue) >= since)
                {
                    put[(node, upTo)] = now;
                }
            }
        }
    }

    private static int Deepest(Dictionary<(int Node, int Depth), long> known, int node, int upTo, long since) =>
        Enumerable.Range(1, upTo).LastOrDefault(depth =>
            known.GetValueOrDefault((node, depth), long.MinValue) >= since);
}

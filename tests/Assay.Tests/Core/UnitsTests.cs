using Assay.Units;

namespace Assay.Tests.Core;

public sealed class UnitsTests
{
    [Fact]
    public void One_nova_micro_cache_read_token_keeps_all_its_decimals() =>
        Assert.Equal(0.00000000875m, (new Tokens(1) * new UsdPerMillion(0.00875m)).Kept().Amount);

    [Fact]
    public void Tokens_are_never_negative() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Tokens(-1));

    [Fact]
    public void A_sum_that_leaves_64_bits_is_an_error_and_not_a_wrong_number() =>
        Assert.Throws<OverflowException>(() => new Tokens(long.MaxValue) + new Tokens(1));

    [Fact]
    public void A_share_of_nothing_is_unknown() => Assert.Null(Share.Of(0, 0));

    [Fact]
    public void A_range_is_in_order_whatever_it_spans() =>
        Assert.Equal(
            new UsdRange(new(1), new(2), new(3)),
            UsdRange.Spanning(new(3), new(2), new(1)));
}

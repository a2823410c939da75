using Assay.FakeAws.Signing;

namespace Assay.FakeAws.Wire;

/// <summary>A call that may be answered: signed, allowed, and with the data it is about.</summary>
internal sealed record ServiceCall(
    Incoming Request, string Operation, string Region, Caller Caller, WorldIndex Index, DateTimeOffset Now,
    FakeAwsOptions Options)
{
    public World World => Index.World;

    public Account Account => Index.Account(Caller.Account);

    public RegionWorld RegionWorld => Index.Region(Caller.Account, Region);
}

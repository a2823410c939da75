namespace Assay.FakeAws;

/// <summary>How a fake AWS behaves apart from its data.</summary>
public sealed record FakeAwsOptions
{
    /// <summary>The port on 127.0.0.1; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>What data is old, and what is still to come. Absent: the world's clock, else the machine's.</summary>
    public TimeProvider? Clock { get; init; }

    /// <summary>
    /// What signatures and sessions are judged by, and what the Date header shows. It is apart from
    /// <see cref="Clock"/> because clients sign with the machine's time whatever the world's clock says.
    /// </summary>
    public TimeProvider SigningClock { get; init; } = TimeProvider.System;

    /// <summary>Whether signatures are checked. The access key must be known in any case.</summary>
    public bool VerifySignatures { get; init; } = true;

    /// <summary>Whether global services refuse a signature for another Region than their own.</summary>
    public bool EnforceGlobalRegions { get; init; } = true;

    /// <summary>Whether the bodies of calls are kept in the log of calls.</summary>
    public bool KeepBodies { get; init; } = true;

    /// <summary>Items on a page where the caller sets no limit and AWS documents none.</summary>
    public int DefaultPageSize { get; init; } = 100;

    /// <summary>Called after every call, for a log.</summary>
    public Action<ReceivedCall>? OnCall { get; init; }
}

namespace Assay.Aws;

/// <summary>What an operation is asked for: a statement of the policy each, and its <c>Sid</c>.</summary>
public enum Purpose
{
    /// <summary>Every scan.</summary>
    Scan,

    /// <summary><c>--region all</c>.</summary>
    RegionAll,

    /// <summary><c>--role</c> and <c>--organization</c>: to take the role of another account.</summary>
    Role,

    /// <summary><c>--organization</c>: to know its accounts.</summary>
    Organization,

    /// <summary><c>--bill</c>: what was billed.</summary>
    Bill,

    /// <summary>Whether the bill is exported line by line.</summary>
    Exports,

    /// <summary>To find the invocation logs in their bucket.</summary>
    LogList,

    /// <summary>To open invocation logs.</summary>
    LogObjects,

    /// <summary>To read invocation logs in CloudWatch Logs.</summary>
    LogEvents,
}

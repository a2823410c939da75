using Assay.Calls;

namespace Assay.Sources;

/// <param name="KeepSessions">
/// Keeps names of sessions as they are; otherwise what is new in each run of a program becomes <c>*</c>.
/// </param>
/// <param name="Bodies">Where bodies lie that were too large for their record; null where none can be had.</param>
/// <param name="IsStrict">Leaves out the fast path and libdeflate: the oracle of both.</param>
/// <param name="Format">What every record is taken for; null looks at each.</param>
public sealed record ReaderOptions(
    bool KeepSessions = false, IObjectStore? Bodies = null, bool IsStrict = false, CallFormat? Format = null);

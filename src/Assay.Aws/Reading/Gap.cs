using Assay.Aws.Transport;
using Assay.Diagnostics;

namespace Assay.Aws.Reading;

/// <summary>A source that one failed call left incomplete.</summary>
internal sealed record Gap(string Source, ReadStatus Status, AllowedOperation Operation, ApiError Error);

namespace Assay.Calls;

/// <summary>Where bodies lie that were too large for their record.</summary>
public interface IObjectStore
{
    /// <param name="uri">As the record gives it: <c>s3://bucket/key</c>.</param>
    /// <param name="record">The file that holds the record.</param>
    /// <returns>Null where it can't be had.</returns>
    Stream? TryOpen(string uri, CallFile record);
}

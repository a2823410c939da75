namespace Assay.Sources.Shapes;

/// <summary>The hash of a block's content, remembered with the value that it is made of.</summary>
/// <param name="Hash">Of the content.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Form">How the content is made of the value, as <see cref="Block.Form"/> says; 0 before it was.</param>
internal readonly record struct Hashed(BlockHash Hash, int Bytes, int Form);

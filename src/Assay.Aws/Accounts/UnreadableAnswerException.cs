namespace Assay.Aws.Accounts;

/// <summary>STS answered, but not with what it was asked for.</summary>
internal sealed class UnreadableAnswerException() : Exception("the answer of STS can't be read");

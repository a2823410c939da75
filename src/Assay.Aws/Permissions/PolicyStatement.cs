namespace Assay.Aws.Permissions;

/// <summary>One statement of a policy that allows.</summary>
/// <param name="Sid">Its purpose; a statement can be left out where its purpose is not wanted.</param>
/// <param name="Actions">IAM actions, in the order in which they are asked.</param>
/// <param name="Resource">An ARN with wildcards, or <c>*</c> for actions that know no resource.</param>
public sealed record PolicyStatement(string Sid, IReadOnlyList<string> Actions, string Resource);

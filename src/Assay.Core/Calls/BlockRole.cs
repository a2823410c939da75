namespace Assay.Calls;

/// <summary>
/// Where in the prompt a block stands. The order is the service's own: tools, then system, then messages (Bedrock User
/// Guide, <em>prompt-caching</em>); a change in an earlier part invalidates every later one.
/// </summary>
public enum BlockRole
{
    Tools,
    System,
    User,
    Assistant,
}

using System.Text.Json.Serialization;

namespace Assay.FakeAws;

/// <summary>What goes wrong.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FaultKind>))]
public enum FaultKind
{
    /// <summary>The caller lacks the IAM action.</summary>
    [JsonStringEnumMemberName("deny")] Deny,

    /// <summary>The rate is exceeded.</summary>
    [JsonStringEnumMemberName("throttle")] Throttle,

    /// <summary>A service fault in the service's own protocol.</summary>
    [JsonStringEnumMemberName("error500")] Error500,

    /// <summary>A load balancer's 503 with an HTML body.</summary>
    [JsonStringEnumMemberName("error503html")] Error503Html,

    /// <summary>A good answer cut in half, with status 200.</summary>
    [JsonStringEnumMemberName("malformed")] Malformed,

    /// <summary>The right answer, late.</summary>
    [JsonStringEnumMemberName("delay")] Delay,

    /// <summary>No answer, with the connection held open.</summary>
    [JsonStringEnumMemberName("hang")] Hang,

    /// <summary>The connection is closed without an answer.</summary>
    [JsonStringEnumMemberName("closeConnection")] CloseConnection,

    /// <summary>The session has expired.</summary>
    [JsonStringEnumMemberName("expiredToken")] ExpiredToken,

    /// <summary>The account has not opted in.</summary>
    [JsonStringEnumMemberName("optInRequired")] OptInRequired,
}

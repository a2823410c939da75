using Assay.Sources.Json;

namespace Assay.Sources.InvocationLog;

/// <summary>The members of a record, found in one walk; of a key that stands twice the last.</summary>
internal struct Fields
{
    public JsonValue SchemaType;
    public JsonValue SchemaVersion;
    public JsonValue Timestamp;
    public JsonValue Account;
    public JsonValue Region;
    public JsonValue RequestId;
    public JsonValue Operation;
    public JsonValue ModelId;
    public JsonValue Identity;
    public JsonValue InferenceRegion;
    public JsonValue Metadata;
    public JsonValue ErrorCode;
    public JsonValue Input;
    public JsonValue Output;

    public static Fields Of(JsonValue record)
    {
        var fields = default(Fields);
        foreach (var member in record)
        {
            fields.Take(member);
        }

        return fields;
    }

    private void Take(JsonMember member)
    {
        // Most keys are told apart by their lengths; an escaped one is longer than what it says.
        switch (member.Key.IsEscaped ? 0 : member.Key.Length)
        {
            case 5 when member.Is("input"u8): Input = member.Value; break;
            case 6 when member.Is("output"u8): Output = member.Value; break;
            case 6 when member.Is("region"u8): Region = member.Value; break;
            case 7 when member.Is("modelId"u8): ModelId = member.Value; break;
            case 8 when member.Is("identity"u8): Identity = member.Value; break;
            case 9: TakeNine(member); break;
            case 10 when member.Is("schemaType"u8): SchemaType = member.Value; break;
            case 13 when member.Is("schemaVersion"u8): SchemaVersion = member.Value; break;
            case 15 when member.Is("requestMetadata"u8): Metadata = member.Value; break;
            case 15 when member.Is("inferenceRegion"u8): InferenceRegion = member.Value; break;
            case 0: TakeEscaped(member); break;
            default: break;
        }
    }

    private void TakeNine(JsonMember member)
    {
        if (member.Is("requestId"u8)) { RequestId = member.Value; }
        else if (member.Is("timestamp"u8)) { Timestamp = member.Value; }
        else if (member.Is("accountId"u8)) { Account = member.Value; }
        else if (member.Is("operation"u8)) { Operation = member.Value; }
        else if (member.Is("errorCode"u8)) { ErrorCode = member.Value; }
    }

    private void TakeEscaped(JsonMember member)
    {
        if (member.Is("input"u8)) { Input = member.Value; }
        else if (member.Is("output"u8)) { Output = member.Value; }
        else if (member.Is("modelId"u8)) { ModelId = member.Value; }
        else if (member.Is("region"u8)) { Region = member.Value; }
        else if (member.Is("identity"u8)) { Identity = member.Value; }
        else if (member.Is("schemaType"u8)) { SchemaType = member.Value; }
        else if (member.Is("schemaVersion"u8)) { SchemaVersion = member.Value; }
        else if (member.Is("requestMetadata"u8)) { Metadata = member.Value; }
        else if (member.Is("inferenceRegion"u8)) { InferenceRegion = member.Value; }
        else { TakeNine(member); }
    }
}

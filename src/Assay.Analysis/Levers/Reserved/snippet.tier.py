bedrock.converse(
    modelId="{{modelId}}",
    messages=messages,
    serviceTier={"type": "reserved"},
)

bedrock.converse(
    modelId="{{modelId}}",
    messages=messages,
    inferenceConfig={"maxTokens": {{tokens}}},
)

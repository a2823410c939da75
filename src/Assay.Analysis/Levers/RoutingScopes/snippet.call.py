bedrock.converse(modelId="{{modelId}}", messages=messages)

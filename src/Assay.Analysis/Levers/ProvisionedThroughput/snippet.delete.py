# First move the callers: modelId="{{arn}}" becomes
bedrock.converse(modelId="{{modelId}}", messages=messages)

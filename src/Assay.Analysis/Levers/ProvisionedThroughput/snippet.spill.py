def ask(messages):
    try:
        return bedrock.converse(modelId="{{arn}}", messages=messages)
    except bedrock.exceptions.ThrottlingException:
        return bedrock.converse(modelId="{{modelId}}", messages=messages)

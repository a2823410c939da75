bedrock.invoke_model(modelId="{{modelId}}", body=json.dumps({
    "anthropic_version": "bedrock-2023-05-31", "max_tokens": {{tokens}}, "messages": messages,
}))

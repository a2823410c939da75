NEEDED = {"search", "book"}  # what this step can use
bedrock.invoke_model(modelId="{{modelId}}", body=json.dumps({
    "anthropic_version": "bedrock-2023-05-31", "max_tokens": 1024, "messages": messages,
    "tools": [tool for tool in TOOLS if tool["name"] in NEEDED],
}))

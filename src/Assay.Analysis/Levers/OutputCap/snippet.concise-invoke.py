bedrock.invoke_model(modelId="{{modelId}}", body=json.dumps({
    "anthropic_version": "bedrock-2023-05-31", "max_tokens": 1024, "messages": messages,
    "system": INSTRUCTIONS + "\nAnswer in at most {{tokens}} tokens. No preamble, no summary.",
}))

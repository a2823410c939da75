front = {"type": "ephemeral", "ttl": "{{front}}"}   # set only the points that the finding names
TOOLS[-1]["cache_control"] = front
answer = bedrock.invoke_model(modelId="{{modelId}}", body=json.dumps({
    "anthropic_version": "bedrock-2023-05-31", "max_tokens": 1024, "tools": TOOLS,
    "system": [{"type": "text", "text": INSTRUCTIONS, "cache_control": front}],
    "messages": [*history, {"role": "user", "content": [
        {"type": "text", "text": question, "cache_control": {"type": "ephemeral", "ttl": "{{ttl}}"}}]}],
}))
print(json.load(answer["body"])["usage"])  # cache_read_input_tokens should grow from the second call on

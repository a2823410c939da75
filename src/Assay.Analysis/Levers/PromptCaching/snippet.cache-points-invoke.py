«front:front = {"type": "ephemeral", "ttl": "{{front}}"}
»«tools:TOOLS[-1]["cache_control"] = front
»answer = bedrock.invoke_model(modelId="{{modelId}}", body=json.dumps({
    "anthropic_version": "bedrock-2023-05-31", "max_tokens": 1024, "tools": TOOLS,
    "system": [{"type": "text", "text": INSTRUCTIONS«system:, "cache_control": front»}«stable:, *CHANGING»],
    "messages": [*history, {"role": "user", "content": [
        {"type": "text", "text": question«last:, "cache_control": {"type": "ephemeral", "ttl": "{{ttl}}"}»}]}],
}))
print(json.load(answer["body"])["usage"])  # cache_read_input_tokens should grow from the second call on

«front:front = {"cachePoint": {"type": "default", "ttl": "{{front}}"}}
»«last:last = {"cachePoint": {"type": "default", "ttl": "{{ttl}}"}}
»answer = bedrock.converse(
    modelId="{{modelId}}",
    toolConfig={"tools": [*TOOLS«tools:, front»]},
    system=[{"text": INSTRUCTIONS}«system:, front»«stable:, *CHANGING»],  # what never changes, first
    messages=[*history, {"role": "user", "content": [{"text": question}«last:, last»]}],
)
print(answer["usage"])  # cacheReadInputTokens should grow from the second call on

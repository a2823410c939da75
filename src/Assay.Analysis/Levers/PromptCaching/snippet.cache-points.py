front = {"cachePoint": {"type": "default", "ttl": "{{front}}"}}   # set only the points that the finding names
last = {"cachePoint": {"type": "default", "ttl": "{{ttl}}"}}
answer = bedrock.converse(
    modelId="{{modelId}}",
    toolConfig={"tools": [*TOOLS, front]},
    system=[{"text": INSTRUCTIONS}, front],                       # what never changes, first
    messages=[*history, {"role": "user", "content": [{"text": question}, last]}],
)
print(answer["usage"])  # cacheReadInputTokens should grow from the second call on

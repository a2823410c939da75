import boto3

bedrock = boto3.client("bedrock-runtime", region_name="{{region}}")
answer = bedrock.converse(
    modelId="{{modelId}}",
    system=[
        {"text": INSTRUCTIONS},                              # what never changes, first
        {"cachePoint": {"type": "default", "ttl": "{{ttl}}"}},
    ],
    messages=[{"role": "user", "content": [{"text": question}]}],
)
print(answer["usage"])  # cacheReadInputTokens should grow from the second call on

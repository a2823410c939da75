import hashlib, json

def ask(request):
    key = hashlib.sha256(json.dumps(request, sort_keys=True).encode()).hexdigest()
    if (answer := store.get(key)) is None:
        answer = bedrock.converse(modelId="{{modelId}}", **request)
        store.set(key, answer, ttl=86_400)
    return answer

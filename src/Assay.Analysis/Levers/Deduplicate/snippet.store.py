«converse:import hashlib, json

def ask(request):
    key = hashlib.sha256(json.dumps(request, sort_keys=True).encode()).hexdigest()
    if (answer := store.get(key)) is None:
        answer = bedrock.converse(modelId="{{modelId}}", **request)
»«invoke:import hashlib

def ask(body: bytes):
    key = hashlib.sha256(body).hexdigest()
    if (answer := store.get(key)) is None:
        answer = bedrock.invoke_model(modelId="{{modelId}}", body=body)["body"].read()
»        store.set(key, answer, ttl=86_400)
    return answer

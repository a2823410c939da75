def plain(part):
    if isinstance(part, dict):
        return {name: plain(value) for name, value in part.items() if name != "cache_control"}
    return [plain(each) for each in part] if isinstance(part, list) else part

bedrock.invoke_model(modelId="{{modelId}}", body=json.dumps(plain(request)))

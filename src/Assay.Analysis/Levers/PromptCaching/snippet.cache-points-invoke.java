// body: the request with "cache_control" {{places}}, as in after.json
var answer = bedrock.invokeModel(call -> call
    .modelId("{{modelId}}")
    .body(SdkBytes.fromUtf8String(body)));

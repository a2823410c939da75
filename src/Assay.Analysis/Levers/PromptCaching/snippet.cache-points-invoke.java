// after.json: "cache_control" on the last tool, the last system block and the last block of the last message
var answer = bedrock.invokeModel(call -> call
    .modelId("{{modelId}}")
    .body(SdkBytes.fromUtf8String(bodyWithCacheControl)));

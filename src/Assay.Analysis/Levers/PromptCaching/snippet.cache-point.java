var bedrock = BedrockRuntimeClient.builder().region(Region.of("{{region}}")).build();
var answer = bedrock.converse(call -> call
    .modelId("{{modelId}}")
    .system(
        SystemContentBlock.fromText(instructions),           // what never changes, first
        SystemContentBlock.fromCachePoint(point -> point.type("default").ttl("{{ttl}}")))
    .messages(Message.builder().role("user").content(ContentBlock.fromText(question)).build()));
System.out.println(answer.usage().cacheReadInputTokens()); // should grow from the second call on

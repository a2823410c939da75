var front = CachePointBlock.builder().type("default").ttl("{{front}}").build(); // only where the finding says so
var last = CachePointBlock.builder().type("default").ttl("{{ttl}}").build();
tools.add(Tool.fromCachePoint(front));
history.add(Message.builder().role("user")
    .content(ContentBlock.fromText(question), ContentBlock.fromCachePoint(last)).build());
var answer = bedrock.converse(call -> call
    .modelId("{{modelId}}")
    .toolConfig(config -> config.tools(tools))
    .system(SystemContentBlock.fromText(instructions), SystemContentBlock.fromCachePoint(front))
    .messages(history));

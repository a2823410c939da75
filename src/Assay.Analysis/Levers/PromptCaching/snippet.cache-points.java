«front:var front = CachePointBlock.builder().type("default").ttl("{{front}}").build();
»«last:var last = CachePointBlock.builder().type("default").ttl("{{ttl}}").build();
»«tools:tools.add(Tool.fromCachePoint(front));
»history.add(Message.builder().role("user")
    .content(ContentBlock.fromText(question)«last:, ContentBlock.fromCachePoint(last)»).build());
var answer = bedrock.converse(call -> call
    .modelId("{{modelId}}")
    .toolConfig(config -> config.tools(tools))
    .system(SystemContentBlock.fromText(instructions)«system:, SystemContentBlock.fromCachePoint(front)»«stable:, changing»)
    .messages(history));

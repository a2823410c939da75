bedrock.converse(call -> call
    .modelId("{{modelId}}")
    .toolConfig(config -> config.tools(tools.stream().filter(tool -> tool.cachePoint() == null).toList()))
    .system(system.stream().filter(block -> block.cachePoint() == null).toList())
    .messages(messages.stream().map(message -> message.toBuilder()
        .content(message.content().stream().filter(block -> block.cachePoint() == null).toList()).build()).toList()));

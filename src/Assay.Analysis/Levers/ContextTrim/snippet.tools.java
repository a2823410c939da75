Set<String> needed = Set.of("search", "book"); // what this step can use
bedrock.converse(call -> call
    .modelId("{{modelId}}")
    .messages(messages)
    .toolConfig(config -> config.tools(
        tools.stream().filter(tool -> needed.contains(tool.toolSpec().name())).toList())));

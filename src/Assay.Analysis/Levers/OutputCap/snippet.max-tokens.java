bedrock.converse(call -> call
    .modelId("{{modelId}}")
    .messages(messages)
    .inferenceConfig(config -> config.maxTokens({{tokens}})));

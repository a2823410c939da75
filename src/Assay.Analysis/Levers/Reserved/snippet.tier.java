bedrock.converse(call -> call
    .modelId("{{modelId}}")
    .messages(messages)
    .serviceTier(tier -> tier.type("reserved")));

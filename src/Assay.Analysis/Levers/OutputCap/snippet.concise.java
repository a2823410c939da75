bedrock.converse(call -> call
    .modelId("{{modelId}}")
    .system(SystemContentBlock.fromText(
        instructions + "\nAnswer in at most {{tokens}} tokens. No preamble, no summary."))
    .messages(messages));

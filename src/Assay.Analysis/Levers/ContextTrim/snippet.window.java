int keep = 6; // turns; the older ones go into one short summary
bedrock.converse(call -> call
    .modelId("{{modelId}}")
    .system(SystemContentBlock.fromText(instructions), SystemContentBlock.fromText("So far: " + summary))
    .messages(messages.subList(Math.max(0, messages.size() - 2 * keep), messages.size())));

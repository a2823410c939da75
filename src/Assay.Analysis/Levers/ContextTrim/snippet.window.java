int keep = 6; // turns, the question that is asked now being the last; the older ones go into one short summary
int from = Math.max(0, messages.size() - 2 * keep + 1); // begins with the user, as it must
bedrock.converse(call -> call
    .modelId("{{modelId}}")
    .system(SystemContentBlock.fromText(instructions), SystemContentBlock.fromText("So far: " + summary))
    .messages(messages.subList(from, messages.size())));

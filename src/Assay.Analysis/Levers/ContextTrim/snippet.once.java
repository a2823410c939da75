// Long texts that stand in the prompt already are left out; a message keeps at least one block.
Set<String> seen = new HashSet<>();
List<Message> once = messages.stream().map(message -> {
    List<ContentBlock> kept = message.content().stream().filter(block -> message.role() == ConversationRole.ASSISTANT
        || block.text() == null || block.text().length() < 400 || seen.add(block.text())).toList();
    return message.toBuilder().content(kept.isEmpty() ? List.of(ContentBlock.fromText("(as above)")) : kept).build();
}).toList();
bedrock.converse(call -> call.modelId("{{modelId}}").messages(once));

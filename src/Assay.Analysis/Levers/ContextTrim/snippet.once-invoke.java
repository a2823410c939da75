// Long texts that stand in the prompt already are left out; a message keeps at least one block.
Set<String> seen = new HashSet<>();
for (JsonNode message : body.get("messages")) {
    if (message.get("role").asText().equals("assistant")) continue;
    ArrayNode content = (ArrayNode) message.get("content");
    for (Iterator<JsonNode> blocks = content.iterator(); blocks.hasNext();) {
        String text = blocks.next().path("text").asText();
        if (text.length() >= 400 && !seen.add(text)) blocks.remove();
    }
    if (content.isEmpty()) content.addObject().put("type", "text").put("text", "(as above)");
}
bedrock.invokeModel(call -> call.modelId("{{modelId}}").body(SdkBytes.fromUtf8String(body.toString())));

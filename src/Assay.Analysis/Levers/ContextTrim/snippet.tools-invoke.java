Set<String> needed = Set.of("search", "book"); // what this step can use
for (Iterator<JsonNode> tools = body.get("tools").iterator(); tools.hasNext();) {
    if (!needed.contains(tools.next().get("name").asText())) tools.remove();
}
bedrock.invokeModel(call -> call.modelId("{{modelId}}").body(SdkBytes.fromUtf8String(body.toString())));

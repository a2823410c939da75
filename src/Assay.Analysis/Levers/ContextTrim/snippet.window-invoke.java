int keep = 6; // turns, the question that is asked now being the last; the older ones go into one short summary
ArrayNode messages = (ArrayNode) body.get("messages");
while (messages.size() >= 2 * keep) messages.remove(0); // begins with the user, as it must
body.putArray("system").addObject().put("type", "text").put("text", instructions + "\nSo far: " + summary);
bedrock.invokeModel(call -> call.modelId("{{modelId}}").body(SdkBytes.fromUtf8String(body.toString())));

byte[] digest = MessageDigest.getInstance("SHA-256").digest(requestJson.getBytes(StandardCharsets.UTF_8));
String key = HexFormat.of().formatHex(digest);
ConverseResponse answer = cache.get(key, missing -> bedrock.converse(call -> call
    .modelId("{{modelId}}").messages(messages))); // a cache whose entries expire after a day

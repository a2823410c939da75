byte[] digest = MessageDigest.getInstance("SHA-256").digest(requestJson.getBytes(StandardCharsets.UTF_8));
String key = HexFormat.of().formatHex(digest);
«converse:ConverseResponse answer = cache.get(key, missing -> bedrock.converse(call -> call
    .modelId("{{modelId}}").messages(messages))); // a cache whose entries expire after a day
»«invoke:String answer = cache.get(key, missing -> bedrock.invokeModel(call -> call
    .modelId("{{modelId}}").body(SdkBytes.fromUtf8String(requestJson)))
    .body().asUtf8String()); // a cache whose entries expire after a day
»

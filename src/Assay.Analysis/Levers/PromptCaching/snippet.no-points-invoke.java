for (JsonNode part : body.findParents("cache_control")) ((ObjectNode) part).remove("cache_control");
bedrock.invokeModel(call -> call.modelId("{{modelId}}").body(SdkBytes.fromUtf8String(body.toString())));

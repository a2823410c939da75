body.put("system", instructions + "\nAnswer in at most {{tokens}} tokens. No preamble, no summary.");
bedrock.invokeModel(call -> call.modelId("{{modelId}}").body(SdkBytes.fromUtf8String(body.toString())));

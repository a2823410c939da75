bedrock.converse(call -> call.modelId("{{modelId}}").messages(messages));

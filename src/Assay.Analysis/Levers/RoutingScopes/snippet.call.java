bedrock.«converse:converse(call -> call.modelId("{{modelId}}").messages(messages))»«invoke:invokeModel(call -> call.modelId("{{modelId}}").body(body))»;

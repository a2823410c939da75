// First move the callers: modelId "{{arn}}" becomes
bedrock.converse(call -> call.modelId("{{modelId}}").messages(messages));

// First move the callers: modelId "{{arn}}" becomes
await bedrock.send(new ConverseCommand({ modelId: "{{modelId}}", messages }));

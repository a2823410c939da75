await bedrock.send(new «converse:ConverseCommand({ modelId: "{{modelId}}", messages })»«invoke:InvokeModelCommand({ modelId: "{{modelId}}", body })»);

const body = JSON.stringify(request, (name, value) => (name === "cache_control" ? undefined : value));
await bedrock.send(new InvokeModelCommand({ modelId: "{{modelId}}", body }));

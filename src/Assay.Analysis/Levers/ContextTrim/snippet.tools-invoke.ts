const needed = new Set(["search", "book"]); // what this step can use
await bedrock.send(new InvokeModelCommand({ modelId: "{{modelId}}", body: JSON.stringify({
  anthropic_version: "bedrock-2023-05-31", max_tokens: 1024, messages,
  tools: tools.filter(tool => needed.has(tool.name)),
}) }));

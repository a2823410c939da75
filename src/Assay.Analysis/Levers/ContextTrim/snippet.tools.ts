const needed = new Set(["search", "book"]); // what this step can use
await bedrock.send(new ConverseCommand({
  modelId: "{{modelId}}",
  messages,
  toolConfig: { tools: tools.filter(tool => needed.has(tool.toolSpec?.name ?? "")) },
}));

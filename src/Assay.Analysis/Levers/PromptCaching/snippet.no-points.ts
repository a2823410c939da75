const plain = <T extends { cachePoint?: unknown }>(blocks: T[]) => blocks.filter(block => !block.cachePoint);
await bedrock.send(new ConverseCommand({
  modelId: "{{modelId}}",
  toolConfig: { tools: plain(tools) },
  system: plain(system),
  messages: messages.map(message => ({ ...message, content: plain(message.content ?? []) })),
}));

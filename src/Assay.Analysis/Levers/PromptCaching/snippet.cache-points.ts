«front:const front = { cachePoint: { type: "default", ttl: "{{front}}" } } as const;
»«last:const last = { cachePoint: { type: "default", ttl: "{{ttl}}" } } as const;
»const answer = await bedrock.send(new ConverseCommand({
  modelId: "{{modelId}}",
  toolConfig: { tools: [...tools«tools:, front»] },
  system: [{ text: INSTRUCTIONS }«system:, front»«stable:, ...changing»], // what never changes, first
  messages: [...history, { role: "user", content: [{ text: question }«last:, last»] }],
}));
console.log(answer.usage); // cacheReadInputTokens should grow from the second call on

const front = { cachePoint: { type: "default", ttl: "{{front}}" } } as const; // only where the finding says so
const last = { cachePoint: { type: "default", ttl: "{{ttl}}" } } as const;
const answer = await bedrock.send(new ConverseCommand({
  modelId: "{{modelId}}",
  toolConfig: { tools: [...tools, front] },
  system: [{ text: INSTRUCTIONS }, front],                           // what never changes, first
  messages: [...history, { role: "user", content: [{ text: question }, last] }],
}));
console.log(answer.usage); // cacheReadInputTokens should grow from the second call on

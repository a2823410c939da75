const front = { cachePoint: { type: "default", ttl: "{{front}}" } }; // set only the points that the finding names
const last = { cachePoint: { type: "default", ttl: "{{ttl}}" } };
const answer = await bedrock.send(new ConverseCommand({
  modelId: "{{modelId}}",
  toolConfig: { tools: [...tools, front] },
  system: [{ text: INSTRUCTIONS }, front],                           // what never changes, first
  messages: [...history, { role: "user", content: [{ text: question }, last] }],
}));
console.log(answer.usage); // cacheReadInputTokens should grow from the second call on

import { BedrockRuntimeClient, ConverseCommand } from "@aws-sdk/client-bedrock-runtime";

const bedrock = new BedrockRuntimeClient({ region: "{{region}}" });
const answer = await bedrock.send(new ConverseCommand({
  modelId: "{{modelId}}",
  system: [
    { text: INSTRUCTIONS },                                  // what never changes, first
    { cachePoint: { type: "default", ttl: "{{ttl}}" } },
  ],
  messages: [{ role: "user", content: [{ text: question }] }],
}));
console.log(answer.usage); // cacheReadInputTokens should grow from the second call on

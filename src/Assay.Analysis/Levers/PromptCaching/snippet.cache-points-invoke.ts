const front = { type: "ephemeral", ttl: "{{front}}" }; // set only the points that the finding names
tools.at(-1).cache_control = front;
const answer = await bedrock.send(new InvokeModelCommand({ modelId: "{{modelId}}", body: JSON.stringify({
  anthropic_version: "bedrock-2023-05-31", max_tokens: 1024, tools,
  system: [{ type: "text", text: INSTRUCTIONS, cache_control: front }],
  messages: [...history, { role: "user", content: [
    { type: "text", text: question, cache_control: { type: "ephemeral", ttl: "{{ttl}}" } }] }],
}) }));

«front:const front = { type: "ephemeral", ttl: "{{front}}" };
»«tools:tools.at(-1).cache_control = front;
»const answer = await bedrock.send(new InvokeModelCommand({ modelId: "{{modelId}}", body: JSON.stringify({
  anthropic_version: "bedrock-2023-05-31", max_tokens: 1024, tools,
  system: [{ type: "text", text: INSTRUCTIONS«system:, cache_control: front» }«stable:, ...changing»],
  messages: [...history, { role: "user", content: [
    { type: "text", text: question«last:, cache_control: { type: "ephemeral", ttl: "{{ttl}}" }» }] }],
}) }));

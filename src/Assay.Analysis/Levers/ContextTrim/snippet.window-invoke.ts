const KEEP = 6; // turns, the question that is asked now being the last; the older ones go into one short summary
await bedrock.send(new InvokeModelCommand({ modelId: "{{modelId}}", body: JSON.stringify({
  anthropic_version: "bedrock-2023-05-31", max_tokens: 1024,
  system: [{ type: "text", text: INSTRUCTIONS }, { type: "text", text: "So far: " + summary }],
  messages: messages.slice(1 - 2 * KEEP), // begins with the user, as it must
}) }));

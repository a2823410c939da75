const KEEP = 6; // turns; the older ones go into one short summary
await bedrock.send(new ConverseCommand({
  modelId: "{{modelId}}",
  system: [{ text: INSTRUCTIONS }, { text: "So far: " + summary }],
  messages: messages.slice(-2 * KEEP),
}));

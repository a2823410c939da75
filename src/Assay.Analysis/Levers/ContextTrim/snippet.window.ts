const KEEP = 6; // turns, the question that is asked now being the last; the older ones go into one short summary
await bedrock.send(new ConverseCommand({
  modelId: "{{modelId}}",
  system: [{ text: INSTRUCTIONS }, { text: "So far: " + summary }],
  messages: messages.slice(1 - 2 * KEEP), // begins with the user, as it must
}));

await bedrock.send(new ConverseCommand({
  modelId: "{{modelId}}",
  messages,
  serviceTier: { type: "reserved" },
}));

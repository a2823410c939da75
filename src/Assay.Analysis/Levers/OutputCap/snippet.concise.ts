await bedrock.send(new ConverseCommand({
  modelId: "{{modelId}}",
  system: [{ text: INSTRUCTIONS + "\nAnswer in at most {{tokens}} tokens. No preamble, no summary." }],
  messages,
}));

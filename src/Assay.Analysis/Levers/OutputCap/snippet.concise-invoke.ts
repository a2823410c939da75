await bedrock.send(new InvokeModelCommand({ modelId: "{{modelId}}", body: JSON.stringify({
  anthropic_version: "bedrock-2023-05-31", max_tokens: 1024, messages,
  system: INSTRUCTIONS + "\nAnswer in at most {{tokens}} tokens. No preamble, no summary.",
}) }));

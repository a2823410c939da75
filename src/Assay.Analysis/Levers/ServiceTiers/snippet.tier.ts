await bedrock.send(new «converse:ConverseCommand»«invoke:InvokeModelCommand»({
  modelId: "{{modelId}}",
«converse:  messages,
  serviceTier: { type: "{{tier}}" },
»«invoke:  body,
  serviceTier: "{{tier}}",
»}));

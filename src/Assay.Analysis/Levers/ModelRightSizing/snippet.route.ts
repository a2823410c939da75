const [SMALL, LARGE] = ["{{small}}", "{{modelId}}"];

const ask = (messages: Message[], easy: boolean) =>
  bedrock.send(new ConverseCommand({ modelId: easy ? SMALL : LARGE, messages }));

const [SMALL, LARGE] = ["{{small}}", "{{modelId}}"];

«converse:const ask = (messages: Message[], easy: boolean) =>
  bedrock.send(new ConverseCommand({ modelId: easy ? SMALL : LARGE, messages }));
»«invoke:const ask = (body: string, easy: boolean) =>
  bedrock.send(new InvokeModelCommand({ modelId: easy ? SMALL : LARGE, body }));
»

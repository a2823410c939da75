const [SMALL, LARGE] = ["{{small}}", "{{modelId}}"];

// passes: your check of an answer, by rules or by another call of SMALL.
«converse:async function ask(messages: Message[], passes: (answer: ConverseCommandOutput) => Promise<boolean>) {
  const answer = await bedrock.send(new ConverseCommand({ modelId: SMALL, messages }));
  return (await passes(answer)) ? answer : bedrock.send(new ConverseCommand({ modelId: LARGE, messages }));
}
»«invoke:async function ask(body: string, passes: (answer: InvokeModelCommandOutput) => Promise<boolean>) {
  const answer = await bedrock.send(new InvokeModelCommand({ modelId: SMALL, body }));
  return (await passes(answer)) ? answer : bedrock.send(new InvokeModelCommand({ modelId: LARGE, body }));
}
»

const [SMALL, LARGE] = ["{{small}}", "{{modelId}}"];

// passes: your check of an answer, by rules or by another call of SMALL.
async function ask(messages: Message[], passes: (answer: ConverseCommandOutput) => Promise<boolean>) {
  const answer = await bedrock.send(new ConverseCommand({ modelId: SMALL, messages }));
  return (await passes(answer)) ? answer : bedrock.send(new ConverseCommand({ modelId: LARGE, messages }));
}

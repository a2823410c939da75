async function ask(messages: Message[]) {
  try {
    return await bedrock.send(new ConverseCommand({ modelId: "{{arn}}", messages }));
  } catch (e) {
    if (!(e instanceof ThrottlingException)) throw e;
    return await bedrock.send(new ConverseCommand({ modelId: "{{modelId}}", messages }));
  }
}

«converse:const ask = async (request: Omit<ConverseCommandInput, "modelId">) => {
  const key = createHash("sha256").update(JSON.stringify(request)).digest("hex");
»«invoke:const ask = async (body: string) => {
  const key = createHash("sha256").update(body).digest("hex");
»  const known = await store.get(key);
  if (known) return known;
«converse:  const answer = await bedrock.send(new ConverseCommand({ modelId: "{{modelId}}", ...request }));
»«invoke:  const sent = await bedrock.send(new InvokeModelCommand({ modelId: "{{modelId}}", body }));
  const answer = sent.body.transformToString();
»  await store.set(key, answer, { ttl: 86_400 });
  return answer;
};

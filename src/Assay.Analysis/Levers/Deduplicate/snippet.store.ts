const ask = async (request: Omit<ConverseCommandInput, "modelId">) => {
  const key = createHash("sha256").update(JSON.stringify(request)).digest("hex");
  const known = await store.get(key);
  if (known) return known;
  const answer = await bedrock.send(new ConverseCommand({ modelId: "{{modelId}}", ...request }));
  await store.set(key, answer, { ttl: 86_400 });
  return answer;
};

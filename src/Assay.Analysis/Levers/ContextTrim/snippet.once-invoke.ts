// Long texts that stand in the prompt already are left out; a message keeps at least one block.
const seen = new Set();
const once = messages.map((message) => {
  const kept = (message.content ?? []).filter((block) => {
    if (message.role === "assistant" || !block.text || block.text.length < 400) return true;
    const isNew = !seen.has(block.text);
    seen.add(block.text);
    return isNew;
  });
  return { ...message, content: kept.length > 0 ? kept : [{ type: "text", text: "(as above)" }] };
});
await bedrock.send(new InvokeModelCommand({ modelId: "{{modelId}}", body: JSON.stringify({
  anthropic_version: "bedrock-2023-05-31", max_tokens: 1024, messages: once,
}) }));

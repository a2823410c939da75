// Long texts that stand in the prompt already are left out; a message keeps at least one block.
const seen = new Set();
const once = messages.map((message) => {
  const kept = (message.content ?? []).filter((block) => {
    if (message.role === "assistant" || !block.text || block.text.length < 400) return true;
    const isNew = !seen.has(block.text);
    seen.add(block.text);
    return isNew;
  });
  return { ...message, content: kept.length > 0 ? kept : [{ text: "(as above)" }] };
});
await bedrock.send(new ConverseCommand({ modelId: "{{modelId}}", messages: once }));

def once(messages):
    """Long texts that stand in the prompt already are left out; a message keeps at least one block."""
    seen = set()
    for message in messages:
        kept = [block for block in message["content"] if message["role"] == "assistant"
                or len(text := block.get("text", "")) < 400 or not (text in seen or seen.add(text))]
        yield {**message, "content": kept or [{"text": "(as above)"}]}

bedrock.converse(modelId="{{modelId}}", messages=list(once(messages)))

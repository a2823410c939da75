def once(messages):
    """Texts that stand in the prompt already are left out; a message keeps at least one block."""
    seen = set()
    for message in messages:
        kept = [b for b in message["content"] if "text" not in b or not (b["text"] in seen or seen.add(b["text"]))]
        yield {**message, "content": kept or [{"text": "(as above)"}]}

bedrock.converse(modelId="{{modelId}}", messages=list(once(messages)))

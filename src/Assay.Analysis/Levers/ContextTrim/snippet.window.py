KEEP = 6  # turns; the older ones go into one short summary
recent = messages[-2 * KEEP:]
bedrock.converse(
    modelId="{{modelId}}",
    system=[{"text": INSTRUCTIONS}, {"text": "So far: " + summary}],
    messages=recent,
)

def plain(blocks):
    return [block for block in blocks if "cachePoint" not in block]

bedrock.converse(
    modelId="{{modelId}}",
    toolConfig={"tools": plain(TOOLS)},
    system=plain(SYSTEM),
    messages=[{**message, "content": plain(message["content"])} for message in messages],
)

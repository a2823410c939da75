NEEDED = {"search", "book"}  # what this step can use
bedrock.converse(
    modelId="{{modelId}}",
    messages=messages,
    toolConfig={"tools": [tool for tool in TOOLS if tool["toolSpec"]["name"] in NEEDED]},
)

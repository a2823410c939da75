SMALL, LARGE = "{{small}}", "{{modelId}}"

def ask(messages, easy):
    return bedrock.converse(modelId=SMALL if easy else LARGE, messages=messages)

SMALL, LARGE = "{{small}}", "{{modelId}}"

«converse:def ask(messages, easy):
    return bedrock.converse(modelId=SMALL if easy else LARGE, messages=messages)
»«invoke:def ask(body, easy):
    return bedrock.invoke_model(modelId=SMALL if easy else LARGE, body=body)
»

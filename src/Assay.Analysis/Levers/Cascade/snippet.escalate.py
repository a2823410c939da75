SMALL, LARGE = "{{small}}", "{{modelId}}"

«converse:def ask(messages, passes):
    """passes: your check of an answer, by rules or by another call of SMALL."""
    answer = bedrock.converse(modelId=SMALL, messages=messages)
    return answer if passes(answer) else bedrock.converse(modelId=LARGE, messages=messages)
»«invoke:def ask(body, passes):
    """passes: your check of an answer, by rules or by another call of SMALL."""
    answer = json.load(bedrock.invoke_model(modelId=SMALL, body=body)["body"])
    return answer if passes(answer) else json.load(bedrock.invoke_model(modelId=LARGE, body=body)["body"])
»

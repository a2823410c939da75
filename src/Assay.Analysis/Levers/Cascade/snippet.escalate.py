SMALL, LARGE = "{{small}}", "{{modelId}}"

def ask(messages, passes):
    """passes: your check of an answer, by rules or by another call of SMALL."""
    answer = bedrock.converse(modelId=SMALL, messages=messages)
    return answer if passes(answer) else bedrock.converse(modelId=LARGE, messages=messages)

bedrock.«converse:converse»«invoke:invoke_model»(
    modelId="{{modelId}}",
«converse:    messages=messages,
    serviceTier={"type": "{{tier}}"},
»«invoke:    body=body,
    serviceTier="{{tier}}",
»)

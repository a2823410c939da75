bedrock.«converse:converse(modelId="{{modelId}}", messages=messages)»«invoke:invoke_model(modelId="{{modelId}}", body=body)»

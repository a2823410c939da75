«converse:aws bedrock-runtime converse --region {{region}} --model-id '{{modelId}}' \
  --messages '[{"role":"user","content":[{"text":"QUESTION"}]}]'
»«invoke:aws bedrock-runtime invoke-model --region {{region}} --model-id '{{modelId}}' \
  --body fileb://body.json answer.json
»

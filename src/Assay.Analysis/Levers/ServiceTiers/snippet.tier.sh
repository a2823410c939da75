«converse:aws bedrock-runtime converse --region {{region}} --model-id '{{modelId}}' \
  --messages '[{"role":"user","content":[{"text":"QUESTION"}]}]' --service-tier type={{tier}}
»«invoke:aws bedrock-runtime invoke-model --region {{region}} --model-id '{{modelId}}' \
  --service-tier {{tier}} --body fileb://body.json answer.json
»

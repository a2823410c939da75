aws bedrock-runtime invoke-model --region {{region}} --model-id '{{modelId}}' \
  --body fileb://after.json answer.json && jq .usage answer.json

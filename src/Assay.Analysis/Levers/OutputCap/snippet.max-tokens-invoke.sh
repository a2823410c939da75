jq '.max_tokens = {{tokens}}' request.json > capped.json
aws bedrock-runtime invoke-model --region {{region}} --model-id '{{modelId}}' --body fileb://capped.json answer.json

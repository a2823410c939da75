jq 'walk(if type == "object" then del(.cache_control) else . end)' request.json > plain.json
aws bedrock-runtime invoke-model --region {{region}} --model-id '{{modelId}}' --body fileb://plain.json answer.json

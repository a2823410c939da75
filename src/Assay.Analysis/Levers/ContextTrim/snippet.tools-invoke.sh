jq '.tools |= map(select(.name | IN("search", "book")))' request.json > fewer.json
aws bedrock-runtime invoke-model --region {{region}} --model-id '{{modelId}}' --body fileb://fewer.json answer.json

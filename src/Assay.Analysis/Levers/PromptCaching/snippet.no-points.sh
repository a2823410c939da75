jq 'walk(if type == "array" then map(select(type != "object" or (has("cachePoint") | not))) else . end)' \
  request.json > plain.json
aws bedrock-runtime converse --region {{region}} --model-id '{{modelId}}' --cli-input-json file://plain.json

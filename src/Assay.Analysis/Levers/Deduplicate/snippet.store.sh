key=$(jq -S . request.json | sha256sum | cut -d' ' -f1)
[ -f "answers/$key.json" ] || aws bedrock-runtime converse --region {{region}} --model-id '{{modelId}}' \
  --cli-input-json file://request.json > "answers/$key.json"
cat "answers/$key.json"

key=$(jq -S . request.json | sha256sum | cut -d' ' -f1)
[ -f "answers/$key.json" ] || aws bedrock-runtime «converse:converse»«invoke:invoke-model» --region {{region}} --model-id '{{modelId}}' \
  «converse:--cli-input-json file://request.json >»«invoke:--body fileb://request.json» "answers/$key.json"
cat "answers/$key.json"

aws bedrock-runtime converse --region {{region}} --model-id '{{modelId}}' \
  --messages file://messages.json \
  --tool-config "$(jq '.tools |= map(select(.toolSpec.name | IN("search", "book")))' tools.json)"

aws bedrock-runtime converse --region {{region}} --model-id '{{modelId}}' \
  --system '[{"text":"INSTRUCTIONS"},{"cachePoint":{"type":"default","ttl":"{{ttl}}"}}]' \
  --messages '[{"role":"user","content":[{"text":"QUESTION"}]}]' \
  --query usage   # run it twice: the second answer should show cacheReadInputTokens

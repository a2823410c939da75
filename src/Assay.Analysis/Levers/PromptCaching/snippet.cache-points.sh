aws bedrock-runtime converse --region {{region}} --model-id '{{modelId}}' \
  --cli-input-json file://after.json --query usage
# run it twice: the second answer should show cacheReadInputTokens

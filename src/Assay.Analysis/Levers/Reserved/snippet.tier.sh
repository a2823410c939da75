aws bedrock-runtime converse --region {{region}} --model-id '{{modelId}}' \
  --messages '[{"role":"user","content":[{"text":"QUESTION"}]}]' --service-tier type=reserved

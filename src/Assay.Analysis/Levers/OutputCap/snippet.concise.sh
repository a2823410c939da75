aws bedrock-runtime converse --region {{region}} --model-id '{{modelId}}' \
  --system '[{"text":"INSTRUCTIONS Answer in at most {{tokens}} tokens. No preamble, no summary."}]' \
  --messages '[{"role":"user","content":[{"text":"QUESTION"}]}]'

aws bedrock-runtime converse --region {{region}} --model-id '{{arn}}' --messages "$MESSAGES" \
  || aws bedrock-runtime converse --region {{region}} --model-id '{{modelId}}' --messages "$MESSAGES"

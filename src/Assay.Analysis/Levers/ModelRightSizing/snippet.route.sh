# The same question to both, to compare:
for model in '{{small}}' '{{modelId}}'; do
«converse:  aws bedrock-runtime converse --region {{region}} --model-id "$model" \
    --messages '[{"role":"user","content":[{"text":"QUESTION"}]}]' --query '[usage,output.message.content[0].text]'
»«invoke:  aws bedrock-runtime invoke-model --region {{region}} --model-id "$model" \
    --body fileb://body.json answer.json && cat answer.json
»done

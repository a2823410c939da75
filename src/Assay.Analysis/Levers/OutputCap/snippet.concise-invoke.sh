jq '.system += "\nAnswer in at most {{tokens}} tokens. No preamble, no summary."' request.json > brief.json # "system": one text
aws bedrock-runtime invoke-model --region {{region}} --model-id '{{modelId}}' --body fileb://brief.json answer.json

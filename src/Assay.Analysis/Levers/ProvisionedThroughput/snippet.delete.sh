aws bedrock delete-provisioned-model-throughput --region {{region}} --provisioned-model-id '{{arn}}'

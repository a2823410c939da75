# requests.jsonl, a line a request: {"recordId": "1", "modelInput": «converse:{"messages": [...]}»«invoke:BODY»}
aws bedrock create-model-invocation-job --region {{region}} --job-name nightly \
  --model-id '{{modelId}}' --role-arn "$ROLE_ARN" \
  --model-invocation-type «converse:Converse»«invoke:InvokeModel» \
  --input-data-config 's3InputDataConfig={s3Uri=s3://BUCKET/requests.jsonl}' \
  --output-data-config 's3OutputDataConfig={s3Uri=s3://BUCKET/answers/}'

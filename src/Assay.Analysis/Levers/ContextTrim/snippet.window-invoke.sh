# How large your prompts are, call by call (needs invocation logging to CloudWatch Logs):
aws logs start-query --region {{region}} --log-group-name YOUR_LOG_GROUP \
  --start-time "$(date -d '-1 day' +%s)" --end-time "$(date +%s)" \
  --query-string 'filter modelId = "{{modelId}}" | stats pct(input.inputTokenCount, 50), pct(input.inputTokenCount, 95) by identity.arn'

# requests.jsonl, a line a request: {"recordId": "1", "modelInput": «converse:{"messages": [...]}»«invoke:BODY»}
bedrock.create_model_invocation_job(
    jobName="nightly", modelId="{{modelId}}", roleArn=ROLE_ARN, modelInvocationType="«converse:Converse»«invoke:InvokeModel»",
    inputDataConfig={"s3InputDataConfig": {"s3Uri": "s3://BUCKET/requests.jsonl"}},
    outputDataConfig={"s3OutputDataConfig": {"s3Uri": "s3://BUCKET/answers/"}},
)

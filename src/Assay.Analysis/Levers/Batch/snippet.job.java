// requests.jsonl, a line a request: {"recordId": "1", "modelInput": «converse:{"messages": [...]}»«invoke:BODY»}
bedrock.createModelInvocationJob(job -> job
    .jobName("nightly").modelId("{{modelId}}").roleArn(roleArn)
    .modelInvocationType("«converse:Converse»«invoke:InvokeModel»")
    .inputDataConfig(in -> in.s3InputDataConfig(s3 -> s3.s3Uri("s3://BUCKET/requests.jsonl")))
    .outputDataConfig(out -> out.s3OutputDataConfig(s3 -> s3.s3Uri("s3://BUCKET/answers/"))));

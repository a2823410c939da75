// requests.jsonl, a line a request: {"recordId": "1", "modelInput": {...}}
bedrock.createModelInvocationJob(job -> job
    .jobName("nightly").modelId("{{modelId}}").roleArn(roleArn)
    .inputDataConfig(in -> in.s3InputDataConfig(s3 -> s3.s3Uri("s3://BUCKET/requests.jsonl")))
    .outputDataConfig(out -> out.s3OutputDataConfig(s3 -> s3.s3Uri("s3://BUCKET/answers/"))));

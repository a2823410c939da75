"""The Bedrock control plane."""
from acceptance.support import AIP, check, client, day, fails, pages


def bedrock_lists():
    bedrock = client("bedrock")
    models = bedrock.list_foundation_models()["modelSummaries"]
    check("ListFoundationModels", len(models), 3)
    check("ListFoundationModels: lifecycle", models[2]["modelLifecycle"]["endOfLifeTime"].year, 2027)
    check("by provider", len(bedrock.list_foundation_models(byProvider="amazon")["modelSummaries"]), 2)
    check("by modality", len(bedrock.list_foundation_models(byOutputModality="EMBEDDING")["modelSummaries"]), 1)
    for operation, key, count, more in (
            ("list_inference_profiles", "inferenceProfileSummaries", 3, {}),
            ("list_inference_profiles", "inferenceProfileSummaries", 1, {"typeEquals": "APPLICATION"}),
            ("list_provisioned_model_throughputs", "provisionedModelSummaries", 2, {}),
            ("list_provisioned_model_throughputs", "provisionedModelSummaries", 1, {"nameContains": "night"}),
            ("list_provisioned_model_throughputs", "provisionedModelSummaries", 1,
             {"creationTimeAfter": day(1, month=10)}),
            ("list_custom_models", "modelSummaries", 1, {}),
            ("list_custom_model_deployments", "modelDeploymentSummaries", 1, {"statusEquals": "Active"}),
            ("list_imported_models", "modelSummaries", 1, {}),
            ("list_model_invocation_jobs", "invocationJobSummaries", 2, {"statusEquals": "Completed"}),
            ("list_model_invocation_jobs", "invocationJobSummaries", 1, {"submitTimeBefore": day(22)}),
            ("list_guardrails", "guardrails", 1, {}),
            ("list_prompt_routers", "promptRouterSummaries", 1, {"type": "default"})):
        found = list(bedrock.get_paginator(operation).paginate(PaginationConfig={"PageSize": 1}, **more))
        check(f"{operation} {more}: pages of 1", [len(p[key]) for p in found], [1] * count)
    profiles = bedrock.list_inference_profiles(maxResults=2)
    check("nextToken", "nextToken" in profiles)
    fails("foreign token", "ValidationException", lambda: bedrock.list_guardrails(nextToken=profiles["nextToken"]), 400)
    jobs = bedrock.list_model_invocation_jobs(sortBy="CreationTime", sortOrder="Descending")["invocationJobSummaries"]
    check("sortOrder", [j["jobName"] for j in jobs], ["night-2", "night-1"])
    empty = client("bedrock", region="eu-west-1").list_provisioned_model_throughputs()
    check("empty Region", empty["provisionedModelSummaries"], [])


def bedrock_items():
    bedrock = client("bedrock")
    missing = bedrock.exceptions.ResourceNotFoundException
    for model in ("amazon.nova-pro-v1:0", "arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-pro-v1:0"):
        got = bedrock.get_foundation_model(modelIdentifier=model)["modelDetails"]
        check(f"GetFoundationModel {model}", got["modelName"], "Nova Pro")
    for profile in (AIP, "a1b2c3d4e5f6"):
        got = bedrock.get_inference_profile(inferenceProfileIdentifier=profile)
        check(f"GetInferenceProfile {profile}", (got["type"], len(got["models"])), ("APPLICATION", 1))
    fails("GetInferenceProfile: none", "ResourceNotFoundException",
          lambda: bedrock.get_inference_profile(inferenceProfileIdentifier="us.nothing"), 404, exception=missing)
    job = bedrock.list_model_invocation_jobs()["invocationJobSummaries"][0]["jobArn"]
    got = bedrock.get_model_invocation_job(jobIdentifier=job)
    check("GetModelInvocationJob", (got["successRecordCount"], got["submitTime"]), (98, day(21, 1)))
    units = bedrock.get_imported_model(modelIdentifier="llama-own")["customModelUnits"]
    check("GetImportedModel", units["customModelUnitsPerModelCopy"], 2)
    throughput = bedrock.get_provisioned_model_throughput(provisionedModelId="abcdefghijkl")
    check("GetProvisionedModelThroughput", throughput["commitmentDuration"], "OneMonth")
    logging = bedrock.get_model_invocation_logging_configuration()["loggingConfig"]
    check("logging", logging["s3Config"]["bucketName"], "logs")
    off = client("bedrock", region="eu-west-1").get_model_invocation_logging_configuration()
    check("logging off", "loggingConfig" in off, False)
    tags = {t["key"]: t["value"] for t in bedrock.list_tags_for_resource(resourceARN=AIP)["tags"]}
    check("tags", tags, {"team": "checkout", "cost-center": "42"})
    guardrail = bedrock.list_guardrails()["guardrails"][0]["arn"]
    check("no tags", bedrock.list_tags_for_resource(resourceARN=guardrail)["tags"], [])
    fails("tags of nothing", "ResourceNotFoundException",
          lambda: bedrock.list_tags_for_resource(resourceARN=AIP + "x"), 404, exception=missing)


PARTS = (bedrock_lists, bedrock_items)

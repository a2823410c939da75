"""STS, Organizations, account Regions, Service Quotas, Cost Explorer and Pricing."""
import datetime
import json

from acceptance.support import (
    ACCOUNT, CLAUDE, OTHER, ROLE, UTC, check, client, data, day, fails, pages, query, raw, total,
)


def identity():
    sts = client("sts")
    me = sts.get_caller_identity()
    check("GetCallerIdentity", (me["Account"], me["Arn"]), (ACCOUNT, f"arn:aws:iam::{ACCOUNT}:user/collector"))
    assume = {"RoleArn": ROLE, "RoleSessionName": "assay"}
    fails("AssumeRole: no ExternalId", "AccessDenied", lambda: sts.assume_role(**assume), 403,
          "sts:AssumeRole on resource")
    fails("AssumeRole: wrong ExternalId", "AccessDenied", lambda: sts.assume_role(**assume, ExternalId="x1"))
    fails("AssumeRole: no such role", "AccessDenied", lambda: sts.assume_role(**{**assume, "RoleArn": ROLE + "x"}))
    fails("AssumeRole: duration", "ValidationError",
          lambda: sts.assume_role(**assume, ExternalId="assay-42", DurationSeconds=43201 * 2))
    given = sts.assume_role(**assume, ExternalId="assay-42", DurationSeconds=900)["Credentials"]
    left = (given["Expiration"] - datetime.datetime.now(UTC)).total_seconds()
    check("AssumeRole: expiration", 890 < left <= 900)
    key, token = (given["AccessKeyId"], given["SecretAccessKey"]), given["SessionToken"]
    other = client("cloudwatch", key, token=token)
    got = data(other, [query("a", "Invocations", CLAUDE)], day(20), day(23))
    check("metrics of the other account", total(got["a"]), 7 * 24)
    arn = client("sts", key, token=token).get_caller_identity()["Arn"]
    check("session ARN", arn, f"arn:aws:sts::{OTHER}:assumed-role/AssayReader/assay")
    fails("session without its token", "InvalidClientTokenId", lambda: client("cloudwatch", key).list_metrics(), 403)
    fails("session with another token", "UnrecognizedClientException",
          lambda: client("bedrock", key, token="x").list_guardrails(), 403)
    fails("role's actions", "AccessDeniedException", lambda: client(
        "bedrock", key, token=token).get_foundation_model(modelIdentifier="x"), 403, "bedrock:GetFoundationModel")


def organization():
    organizations = client("organizations")
    found = list(organizations.get_paginator("list_accounts").paginate())
    check("ListAccounts: pages of 20", [len(p["Accounts"]) for p in found], [20, 20, 4])
    check("ListAccounts: first", found[0]["Accounts"][0]["Name"], "management")
    check("ListAccounts: joined", found[0]["Accounts"][0]["JoinedTimestamp"].year, 2020)
    check("DescribeOrganization", organizations.describe_organization()["Organization"]["MasterAccountId"], ACCOUNT)
    member = client("organizations", 3)
    check("DescribeOrganization: member", member.describe_organization()["Organization"]["Id"], "o-sample12345")
    fails("ListAccounts: member", "AccessDeniedException", member.list_accounts, 400,
          "You don't have permissions", member.exceptions.AccessDeniedException)
    regions = [r for p in client("account").get_paginator("list_regions").paginate(
        PaginationConfig={"PageSize": 2}) for r in p["Regions"]]
    check("ListRegions", {r["RegionName"]: r["RegionOptStatus"] for r in regions}, {
        "ap-east-1": "DISABLED", "eu-west-1": "ENABLED_BY_DEFAULT", "us-east-1": "ENABLED_BY_DEFAULT"})
    enabled = client("account").list_regions(RegionOptStatusContains=["ENABLED", "ENABLED_BY_DEFAULT"])["Regions"]
    check("ListRegions: enabled", len(enabled), 2)
    fails("a Region not opted in to", "UnrecognizedClientException",
          lambda: client("bedrock", region="ap-east-1").list_guardrails(), 403)


def quotas():
    service = client("service-quotas")
    found = list(service.get_paginator("list_service_quotas").paginate(ServiceCode="bedrock"))
    check("ListServiceQuotas: pages", [len(p["Quotas"]) for p in found], [100, 53])
    check("ListServiceQuotas: applied", found[0]["Quotas"][1]["Value"], 400000.0)
    defaults = service.list_aws_default_service_quotas(ServiceCode="bedrock", MaxResults=2)
    check("ListAWSDefaultServiceQuotas", [q["Value"] for q in defaults["Quotas"]], [100000.0] * 2)
    one = service.list_service_quotas(ServiceCode="bedrock", QuotaCode="L-00000002")["Quotas"]
    check("ListServiceQuotas: by code", len(one), 1)
    fails("ListServiceQuotas: no service", "NoSuchResourceException",
          lambda: service.list_service_quotas(ServiceCode="nothing"),
          400, exception=service.exceptions.NoSuchResourceException)


def costs():
    ce = client("ce")
    period = {"Start": "2026-11-20", "End": "2026-11-23"}

    def get(**more):
        usual = {"TimePeriod": period, "Granularity": "DAILY", "Metrics": ["UnblendedCost"]}
        return ce.get_cost_and_usage(**{**usual, **more})

    def amount(metrics, name="UnblendedCost"):
        return float(metrics[name]["Amount"])

    days = get()["ResultsByTime"]
    check("GetCostAndUsage: days", [amount(d["Total"]) for d in days], [11.76] * 3)
    check("GetCostAndUsage: estimated", [d["Estimated"] for d in days], [False, False, True])
    month = get(Granularity="MONTHLY", Metrics=["UsageQuantity", "NetUnblendedCost"])["ResultsByTime"]
    check("GetCostAndUsage: month", [amount(m["Total"], "NetUnblendedCost") for m in month], [35.28])
    services = ce.get_dimension_values(TimePeriod=period, Dimension="SERVICE", SearchString="bedrock")
    names = [v["Value"] for v in services["DimensionValues"]]
    check("GetDimensionValues", names, ["Amazon Bedrock", "Claude Sonnet 4.5 (Amazon Bedrock Edition)"])
    grouped = get(Filter={"Dimensions": {"Key": "SERVICE", "Values": names}},
                  GroupBy=[{"Type": "DIMENSION", "Key": "SERVICE"}, {"Type": "TAG", "Key": "team"}])
    groups = {tuple(g["Keys"]): amount(g["Metrics"]) for g in grouped["ResultsByTime"][0]["Groups"]}
    check("GetCostAndUsage: groups", groups, {(names[0], "team$checkout"): 1.25, (names[1], "team$"): 10.5})
    rest = get(Filter={"And": [{"Not": {"Dimensions": {"Key": "SERVICE", "Values": names}}},
                               {"Dimensions": {"Key": "REGION", "Values": ["us-east-1"]}}]})
    check("GetCostAndUsage: and, not", amount(rest["ResultsByTime"][0]["Total"]), 0.01)
    fails("GetCostAndUsage: three keys", "ValidationException",
          lambda: get(GroupBy=[{"Type": "DIMENSION", "Key": k} for k in ("SERVICE", "REGION", "USAGE_TYPE")]), 400)
    fails("GetCostAndUsage: contains", "ValidationException", lambda: get(
        Filter={"Dimensions": {"Key": "SERVICE", "Values": ["Bedrock"], "MatchOptions": ["CONTAINS"]}}))
    fails("ce in another Region", "InvalidSignatureException",
          lambda: raw("ce", "eu-west-1", "AWSInsightsIndexService.GetDimensionValues"))
    products = list(client("pricing").get_paginator("get_products").paginate(ServiceCode="AmazonBedrock"))
    check("GetProducts: pages", [len(p["PriceList"]) for p in products], [100, 50])
    check("GetProducts: product", json.loads(products[0]["PriceList"][0])["product"]["sku"], "SKU0")
    europe = client("pricing").get_products(ServiceCode="AmazonBedrock", Filters=[
        {"Type": "TERM_MATCH", "Field": "regionCode", "Value": "eu-west-1"}])["PriceList"]
    check("GetProducts: filter", len(europe), 1)
    check("DescribeServices", client("pricing").describe_services()["Services"][0]["ServiceCode"], "AmazonBedrock")


PARTS = (identity, organization, quotas, costs)

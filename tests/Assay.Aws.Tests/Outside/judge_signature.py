"""Reads captured requests as JSON and prints, for each, the signature botocore computes beside the one that was sent."""
import hashlib
import json
import re
import sys

from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

for captured in json.load(sys.stdin):
    headers = {name.lower(): value for name, value in captured["headers"].items()}
    match = re.match(
        r"AWS4-HMAC-SHA256 Credential=([^/]+)/(\d+)/([^/]+)/([^/]+)/aws4_request, ?SignedHeaders=([^,]+), ?Signature=(\w+)",
        headers["authorization"])
    key, _, region, service, signed, signature = match.groups()
    body = captured["body"].encode()
    claimed = headers.get("x-amz-content-sha256")
    assert claimed in (None, hashlib.sha256(body).hexdigest()), "the body's hash is wrong"
    request = AWSRequest(
        method=captured["method"], url=captured["url"], data=body,
        headers={name: headers[name] for name in signed.split(";")})
    auth = SigV4Auth(Credentials(key, captured["secret"]), service, region)
    request.context["timestamp"] = headers["x-amz-date"]
    expected = auth.signature(auth.string_to_sign(request, auth.canonical_request(request)), request)
    print(json.dumps({"service": service, "region": region, "sent": signature, "botocore": expected}))

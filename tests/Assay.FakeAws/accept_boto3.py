#!/usr/bin/env python3
"""Judges a running fake AWS by boto3 and the aws CLI: accept_boto3.py http://127.0.0.1:5055

Start the fake on sample-world.json first. The script enlarges that world through /_fake/world, so that lists have
pages, and steers faults through /_fake/faults. It restores both at its end.
"""
import sys

sys.dont_write_bytecode = True

from acceptance import accounts, bedrock, cloudwatch, refusals  # noqa: E402
from acceptance.support import SAMPLE, control, enlarged, failed, faults, passed  # noqa: E402


def main():
    faults()
    control("PUT", "world", enlarged())
    try:
        for part in (*cloudwatch.PARTS, *bedrock.PARTS, *accounts.PARTS, *refusals.PARTS):
            part()
    finally:
        faults()
        control("PUT", "world", SAMPLE)
    print(f"{len(passed)} checks passed" + (f", {len(failed)} failed" if failed else ""))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

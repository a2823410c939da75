"""Reads Prometheus text with somebody else's parser: name, type and number of samples of every metric."""
import sys

from prometheus_client.parser import text_string_to_metric_families

with open(sys.argv[1]) as text:
    for family in text_string_to_metric_families(text.read()):
        print(family.name, family.type, len(family.samples))

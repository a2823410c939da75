"""Validates a JSON file against a JSON schema, with somebody else's validator."""
import json
import sys

import jsonschema

with open(sys.argv[1]) as schema, open(sys.argv[2]) as document:
    rules = json.load(schema)
    validator = jsonschema.validators.validator_for(rules)
    validator.check_schema(rules)
    errors = [f"{error.json_path}: {error.message}" for error in validator(rules).iter_errors(json.load(document))]
print("\n".join(errors[:20]))
sys.exit(1 if errors else 0)

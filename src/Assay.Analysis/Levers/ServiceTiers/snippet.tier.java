bedrock.«converse:converse»«invoke:invokeModel»(call -> call
    .modelId("{{modelId}}")
«converse:    .messages(messages)
    .serviceTier(tier -> tier.type("{{tier}}"))»«invoke:    .body(body)
    .serviceTier("{{tier}}")»);

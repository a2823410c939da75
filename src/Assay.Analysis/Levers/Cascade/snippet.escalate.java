String small = "{{small}}", large = "{{modelId}}";

// passes: your check of an answer, by rules or by another call of the small model.
ConverseResponse ask(List<Message> messages, Predicate<ConverseResponse> passes) {
    ConverseResponse answer = bedrock.converse(call -> call.modelId(small).messages(messages));
    return passes.test(answer) ? answer : bedrock.converse(call -> call.modelId(large).messages(messages));
}

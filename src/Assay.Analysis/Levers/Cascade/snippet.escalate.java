String small = "{{small}}", large = "{{modelId}}";

// passes: your check of an answer, by rules or by another call of the small model.
«converse:ConverseResponse ask(List<Message> messages, Predicate<ConverseResponse> passes) {
    ConverseResponse answer = bedrock.converse(call -> call.modelId(small).messages(messages));
    return passes.test(answer) ? answer : bedrock.converse(call -> call.modelId(large).messages(messages));
}
»«invoke:InvokeModelResponse ask(SdkBytes body, Predicate<InvokeModelResponse> passes) {
    InvokeModelResponse answer = bedrock.invokeModel(call -> call.modelId(small).body(body));
    return passes.test(answer) ? answer : bedrock.invokeModel(call -> call.modelId(large).body(body));
}
»

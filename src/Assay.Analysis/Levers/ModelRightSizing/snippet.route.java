String small = "{{small}}", large = "{{modelId}}";

«converse:ConverseResponse ask(List<Message> messages, boolean easy) {
    return bedrock.converse(call -> call.modelId(easy ? small : large).messages(messages));
}
»«invoke:InvokeModelResponse ask(SdkBytes body, boolean easy) {
    return bedrock.invokeModel(call -> call.modelId(easy ? small : large).body(body));
}
»

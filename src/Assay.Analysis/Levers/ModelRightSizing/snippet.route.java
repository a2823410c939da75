String small = "{{small}}", large = "{{modelId}}";

ConverseResponse ask(List<Message> messages, boolean easy) {
    return bedrock.converse(call -> call.modelId(easy ? small : large).messages(messages));
}

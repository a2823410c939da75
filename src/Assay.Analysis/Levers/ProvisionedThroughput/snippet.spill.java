ConverseResponse ask(List<Message> messages) {
    try {
        return bedrock.converse(call -> call.modelId("{{arn}}").messages(messages));
    } catch (ThrottlingException full) {
        return bedrock.converse(call -> call.modelId("{{modelId}}").messages(messages));
    }
}

namespace DecisionPolicies.Tool;

/// <summary>The command cannot do its work. The message is shown on standard error, without a stack trace.</summary>
/// <param name="message">What is wrong, where, and what to do next.</param>
internal sealed class ToolException(string message) : Exception(message);

using Microsoft.AspNetCore.Http;

namespace DecisionPolicies.AspNetCore;

/// <summary>Answers a request with problem details (RFC 9457) that cite a decision.</summary>
internal static class CitingProblem
{
    /// <summary>Answers a request, in place of anything that is already in the response.</summary>
    /// <param name="context">The request.</param>
    /// <param name="status">The status.</param>
    /// <param name="decision">The decision.</param>
    /// <param name="title">What is wrong.</param>
    /// <param name="detail">Why; null if there is nothing to add.</param>
    public static Task ExecuteAsync(HttpContext context, int status, DecisionPolicy decision, string title, string? detail)
    {
        context.Response.Clear();
        return Results.Problem(
            statusCode: status,
            title: title,
            detail: detail,
            type: Uri.IsWellFormedUriString(decision.Link, UriKind.Absolute) ? decision.Link : null,
            extensions: new Dictionary<string, object?> { ["decision"] = decision.Id, ["read"] = decision.Link }).ExecuteAsync(context);
    }
}

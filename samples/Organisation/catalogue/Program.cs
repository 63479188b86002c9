using DecisionPolicies;
using Catalogue;
using Microsoft.Extensions.Hosting;

var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.AddDecisionPolicies(Decisions.All);

return await builder.Build().RunWithDecisionsAsync();

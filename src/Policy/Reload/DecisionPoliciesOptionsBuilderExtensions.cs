using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DecisionPolicies;

/// <summary>Makes options keep their last good value on a rejected reload.</summary>
public static class DecisionPoliciesOptionsBuilderExtensions
{
    /// <summary>
    /// Keeps the last good value of these options: while a reload breaks a decision, fails any validation, cannot be bound or
    /// cannot be read, <see cref="IOptionsMonitor{TOptions}"/>, <see cref="IOptionsSnapshot{TOptions}"/> and <c>OnChange</c> give
    /// the previous value. The options are validated when the host starts, because there must be a first good value to keep.
    /// All readers get the same instance; do not change it.
    /// </summary>
    /// <param name="builder">The builder of the options, named or not.</param>
    /// <param name="refuseReload">
    /// Whether a reload that would make the options invalid is refused as a whole, for every reader, where reloads are transactions. Otherwise it
    /// takes effect, and only these options keep their value.
    /// </param>
    /// <returns>The builder.</returns>
    /// <exception cref="InvalidOperationException">
    /// The application has already registered an <see cref="IOptionsFactory{TOptions}"/> of its own for these options. One that is registered
    /// later makes the start fail. The same holds for anything scoped that configures or validates these options, because they would depend on the
    /// request.
    /// </exception>
    public static OptionsBuilder<TOptions> KeepLastGood<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(
        this OptionsBuilder<TOptions> builder, bool refuseReload = true)
        where TOptions : class
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        if (!services.Any(service => service.ServiceType == typeof(LastGood<TOptions>)))
        {
            if (services.Any(service => IsFactoryOfItsOwn(service, typeof(IOptionsFactory<TOptions>)))) throw LastGoodOptionsFactory<TOptions>.Replaced();
            services.AddReloadWatch();
            services.AddSingleton<LastGood<TOptions>>();
            KeptOptions<TOptions>.ThrowIfScoped(services);
            services.AddSingleton<IKeptOptions>(provider => new KeptOptions<TOptions>(services, provider));
            services.AddTransient<IOptionsFactory<TOptions>, LastGoodOptionsFactory<TOptions>>();
        }
        services.AddSingleton(new KeptName<TOptions>(builder.Name, refuseReload));
        return builder.ValidateOnStart();
    }

    private static bool IsFactoryOfItsOwn(ServiceDescriptor service, Type factory) =>
        service.ServiceType == factory
        || (service.ServiceType == typeof(IOptionsFactory<>) && !service.IsKeyedService
            && service.ImplementationType != typeof(OptionsFactory<>) && service.ImplementationType != typeof(SeenOptionsFactory<>));
}

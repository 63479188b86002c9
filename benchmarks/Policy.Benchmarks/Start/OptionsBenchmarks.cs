using BenchmarkDotNet.Attributes;
using FluentValidation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DecisionPolicies.Benchmarks.Start;

/// <summary>One validation of one options object, by each way to validate it.</summary>
public class OptionsBenchmarks
{
    private readonly Dictionary<string, Func<bool>> _small = Ways(
        new SmallOptions(), new SmallOptions { Port = 0, Registration = true }, SmallPeers.IsValid,
        new SmallOptionsValidator(), new SmallPeers.Fluent(), builder => builder.ValidateDecisions());

    private readonly Dictionary<string, Func<bool>> _large = Ways(
        new LargeOptions(), new LargeOptions { Port0 = 0, Registration9 = true }, LargePeers.IsValid,
        new LargeOptionsValidator(), new LargePeers.Fluent(), builder => builder.ValidateDecisions());

    private Func<bool> _validate = () => false;

    [Params(10, 100)]
    public int Properties { get; set; }

    [Params(true, false)]
    public bool Valid { get; set; }

    [GlobalSetup(Target = nameof(ValidateDecisions))]
    public void UseDecisions() => Use(nameof(ValidateDecisions));

    [GlobalSetup(Target = nameof(ValidateDataAnnotations))]
    public void UseDataAnnotations() => Use(nameof(ValidateDataAnnotations));

    [GlobalSetup(Target = nameof(OptionsValidator))]
    public void UseOptionsValidator() => Use(nameof(OptionsValidator));

    [GlobalSetup(Target = nameof(FluentValidation))]
    public void UseFluentValidation() => Use(nameof(FluentValidation));

    [GlobalSetup(Target = nameof(ByHand))]
    public void UseByHand() => Use(nameof(ByHand));

    [Benchmark]
    public bool ValidateDecisions() => _validate();

    [Benchmark]
    public bool ValidateDataAnnotations() => _validate();

    [Benchmark]
    public bool OptionsValidator() => _validate();

    [Benchmark]
    public bool FluentValidation() => _validate();

    [Benchmark]
    public bool ByHand() => _validate();

    private void Use(string way)
    {
        _validate = (Properties == 10 ? _small : _large)[way + (Valid ? "" : "!")];
        if (_validate() != Valid) throw new InvalidOperationException($"{way} gives the wrong verdict.");
    }

    private static Dictionary<string, Func<bool>> Ways<T>(
        T valid, T invalid, Func<T, bool> byHand, IValidateOptions<T> generated, IValidator<T> fluent, Action<OptionsBuilder<T>> decisions) where T : class
    {
        var ways = new Dictionary<string, Func<bool>>();
        AddBoth(nameof(ValidateDecisions), Validator(decisions));
        AddBoth(nameof(ValidateDataAnnotations), Validator<T>(builder => builder.ValidateDataAnnotations()));
        AddBoth(nameof(OptionsValidator), generated);
        AddBoth(nameof(ByHand), Validator<T>(builder => builder.Validate(byHand, "Invalid.")));
        ways.Add(nameof(FluentValidation), () => fluent.Validate(valid).IsValid);
        ways.Add(nameof(FluentValidation) + "!", () => fluent.Validate(invalid).IsValid);
        return ways;

        void AddBoth(string name, IValidateOptions<T> validator)
        {
            ways.Add(name, () => !validator.Validate("", valid).Failed);
            ways.Add(name + "!", () => !validator.Validate("", invalid).Failed);
        }
    }

    private static IValidateOptions<T> Validator<T>(Action<OptionsBuilder<T>> add) where T : class
    {
        var services = new ServiceCollection();
        add(services.AddOptions<T>());
        return services.BuildServiceProvider().GetRequiredService<IValidateOptions<T>>();
    }
}

namespace DecisionPolicies.Generator.Tests.Governed;

/// <summary>Projects with options that a record speaks about.</summary>
internal static class GovernedCode
{
    /// <summary>The path of the options.</summary>
    public const string Path = "/machine/checkout/Options.cs";

    // The options of a test need no documentation.
    private const string Usings = """
        #pragma warning disable CS1591
        using System;
        using System.Collections;
        using System.Collections.Concurrent;
        using System.Collections.Frozen;
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using System.Collections.ObjectModel;
        using System.Diagnostics.CodeAnalysis;
        using System.Linq;
        using System.Threading.Tasks;
        using DecisionPolicies;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Options;

        """;

    /// <summary>A project with nullable reference types, one accepted record, and code.</summary>
    /// <param name="code">The code, without usings.</param>
    /// <param name="rules">Each rule as a YAML mapping without its braces.</param>
    public static Project With(string code, params string[] rules) => new Project(Record(rules)).WithNullable().WithCode(Code(code), Path);

    /// <summary>A project with a class <c>Options</c> that is bound from <c>S</c>.</summary>
    /// <param name="members">The members of the class.</param>
    /// <param name="rules">Each rule as a YAML mapping without its braces.</param>
    public static Project Options(string members, params string[] rules) => With(Class(members), rules);

    /// <summary>A class <c>Options</c> that is bound from <c>S</c>, in the namespace <c>App</c>.</summary>
    public static string Class(string members) => $$"""
        namespace App
        {
            [Governed("S")]
            public class Options
            {
                {{members}}
            }
        }
        """;

    /// <summary>Code as <see cref="With"/> compiles it.</summary>
    public static string Code(string code) => Usings + code;

    /// <summary>An accepted record.</summary>
    public static RecordText Record(params IEnumerable<string> rules) =>
        Records.WithFrontMatter("status: accepted\nrules:\n" + string.Concat(rules.Select(rule => $"  - {{ {rule} }}\n")).TrimEnd('\n'));
}

namespace DecisionPolicies.Benchmarks.Generator;

/// <summary>The C# code of the projects that are measured.</summary>
internal static class UsualCode
{
    private const string Largest =
        "[.. _orders.Values.OrderByDescending(order => order.Amount).ThenBy(order => order.Id, StringComparer.Ordinal).Take(count)]";

    private const string Received =
        "string id, string customer, decimal amount, Func<Order, CancellationToken, Task> save, CancellationToken cancel = default";
    /// <summary>A file of about 60 lines, which is the mean of this repository's own.</summary>
    /// <param name="number">Tells the file from others.</param>
    public static string File(int number) => $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading;
        using System.Threading.Tasks;
        using Microsoft.Extensions.Logging;
        using Microsoft.Extensions.Options;

        namespace App.Part{{number}};

        /// <summary>What can be set about orders.</summary>
        public sealed class OrderOptions
        {
            public int Capacity { get; set; } = 100;

            public IList<string> Silent { get; } = [];
        }

        /// <summary>An order as it was received.</summary>
        public sealed record Order(string Id, string Customer, decimal Amount, DateTimeOffset Received);

        /// <summary>Keeps orders, and tells whoever wants to know of them.</summary>
        public sealed class Orders(IOptions<OrderOptions> options, TimeProvider clock, ILogger<Orders> logger)
        {
            private readonly Dictionary<string, Order> _orders = new(StringComparer.Ordinal);

            public event EventHandler<Order>? Received;

            [Obsolete("Use Find.")]
            public Order First => _orders.Values.First();

            public Order? Find(string id) => _orders.TryGetValue(id, out var order) ? order : null;

            public IReadOnlyList<Order> Largest(int count) => {{Largest}};

            public decimal Total(Func<Order, bool> isWanted)
            {
                var total = 0m;
                foreach (var order in _orders.Values)
                {
                    if (isWanted(order)) total += order.Amount;
                }
                return total;
            }

            public async Task<bool> Receive({{Received}})
            {
                ArgumentException.ThrowIfNullOrEmpty(id);
                if (_orders.Count >= options.Value.Capacity || _orders.ContainsKey(id))
                {
                    logger.LogWarning("Order {Id} of {Customer} is refused: there are {Count}.", id, customer, _orders.Count);
                    return false;
                }
                var order = new Order(id, customer, amount, clock.GetUtcNow());
                await save(order, cancel).ConfigureAwait(false);
                _orders.Add(id, order);
                if (!options.Value.Silent.Contains(customer)) Received?.Invoke(this, order);
                return true;
            }

            public override string ToString() => $"{_orders.Count} orders, {Total(_ => true):0.00} in all";
        }

        """;

    /// <summary>A file of half as many lines, and a quarter of the code.</summary>
    /// <param name="number">Tells the file from others.</param>
    public static string ShortFile(int number) => $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;

        namespace App.Part{{number}};

        /// <summary>One of many.</summary>
        [Serializable]
        public sealed class Service{{number}}(IReadOnlyList<string> names)
        {
            [Obsolete("Use Find.")]
            public string First => names[0];

            public string? Find(string name) => names.Where(n => n.Contains(name, StringComparison.Ordinal)).OrderBy(n => n.Length).FirstOrDefault();

            public int Count(Func<string, bool> isWanted)
            {
                var count = 0;
                foreach (var name in names)
                {
                    if (isWanted(name)) count++;
                }
                return count;
            }
        }

        """;
}

using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Shuke.Server.Platform;

/// <summary>
/// What seldom changes - assets, tiers, goods, settings - is kept in memory, per merchant, as it was worked out. A
/// transaction that writes one of these tables counts the merchant's version up; every other reads the version first, so
/// all processes notice with their next transaction.
/// </summary>
internal sealed class Configuration
{
    /// <summary>Tables that change by a person's hand. A table that a sale writes must not be here.</summary>
    private static readonly HashSet<string> Tables = new(StringComparer.Ordinal)
    {
        "merchant",
        "store",
        "setting",
        "asset",
        "topup_plan",
        "punch_card",
        "tag",
        "tier",
        "category",
        "product",
        "product_price",
        "promotion_run",
        "reward_rule",
        "reward_task",
        "badge",
    };

    public static readonly KeyedQuery<long, VersionRow> VersionOf = new(
        "config_version",
        "SELECT merchant_id, version FROM config_version WHERE {merchant_id}",
        r => (r.MerchantId, r.MerchantId.Value)
    );

    private readonly ConcurrentDictionary<MerchantId, Shelf> _shelves = new();

    public static void Ahead(Ahead ahead) => ahead.Want(VersionOf, ahead.Merchant.Value);

    public static bool Holds(string table) => Tables.Contains(table);

    /// <summary>The shelf of this version; one of its own for a transaction that sees an older version than others.</summary>
    public Shelf Shelf(MerchantId merchant, long version) =>
        _shelves.AddOrUpdate(
            merchant,
            static (_, v) => new Shelf(v),
            static (_, known, v) => known.Version >= v ? known : new Shelf(v),
            version
        )
            is { } shelf
        && shelf.Version == version
            ? shelf
            : new Shelf(version);

    /// <summary>The newest shelf this process knows; null before the first.</summary>
    public Shelf? Newest(MerchantId merchant) => _shelves.GetValueOrDefault(merchant);

    internal sealed record VersionRow(MerchantId MerchantId, long Version);
}

/// <summary>What one version of a merchant's configuration was worked into.</summary>
internal sealed class Shelf(long version)
{
    private readonly ConcurrentDictionary<(Type, string), object> _kept = new();

    public long Version => version;

    public bool TryGet<T>(string name, [NotNullWhen(true)] out T? value)
        where T : class
    {
        value = _kept.TryGetValue((typeof(T), name), out var found) ? (T)found : null;
        return value is not null;
    }

    public void Put<T>(string name, T value)
        where T : class => _kept[(typeof(T), name)] = value;
}

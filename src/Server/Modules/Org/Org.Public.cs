using System.Collections.Concurrent;
using Shuke.Core.Pricing;

namespace Shuke.Server.Modules.Org;

/// <summary>What other modules may ask of the organisation: stores and settings.</summary>
public static class OrgPublic
{
    /// <summary>A store of this merchant, or null.</summary>
    public static async Task<StoreInfo?> Store(DbRead db, StoreId id)
    {
        foreach (var store in await Stores(db))
            if (store.Id == id)
                return store;
        return null;
    }

    public static async Task<IReadOnlyList<StoreInfo>> Stores(DbRead db) =>
        await db.Kept(
            "",
            static async db =>
                (await db.All<StoreRow>("SELECT * FROM store WHERE merchant_id = @m ORDER BY code")).ConvertAll(Info)
        );

    /// <summary>The business days that it is now at the merchant's stores, as far as this process remembers them; usually one.</summary>
    public static IReadOnlyList<BusinessDay> GuessDays(Ahead ahead) =>
        ahead.Peek<List<StoreInfo>>("") is { } stores ? [.. stores.Select(s => s.DayOf(ahead.Now)).Distinct()] : [];

    /// <summary>Every merchant of this installation; for commands that go over all of them.</summary>
    public static async Task<IReadOnlyList<MerchantId>> Merchants(DbRead db) =>
        await db.All<MerchantId>("SELECT merchant_id FROM merchant ORDER BY merchant_id");

    /// <summary>Every merchant with the zone of its first store.</summary>
    internal static async Task<IReadOnlyList<(MerchantId Merchant, TimeZoneInfo Zone)>> Nights(DbRead db)
    {
        var rows = await db.All<(MerchantId Merchant, string Zone)>(
            "SELECT m.merchant_id, MIN(s.time_zone) FROM merchant m JOIN store s ON s.merchant_id = m.merchant_id GROUP BY m.merchant_id"
        );
        return rows.ConvertAll(r => (r.Merchant, Zones.Find(r.Zone)));
    }

    public static async Task<string> MerchantName(DbRead db) =>
        await db.One<string>("SELECT name FROM merchant WHERE merchant_id = @m") ?? "";

    public static async Task<string?> StaffName(DbRead db, StaffId id) =>
        await db.One<string>("SELECT name FROM staff WHERE merchant_id = @m AND id = @id", new { id });

    /// <summary>The policy of this name at a store: its own, or the merchant's, or the default as shipped.</summary>
    public static async Task<T> Setting<T>(DbRead db, StoreId? store = null)
        where T : class, ISetting, new()
    {
        var settings = await db.Kept(
            "",
            static async db => new KeptSettings<T>(
                (
                    await db.All<(StoreId Store, string Value)>(
                        "SELECT store_id, value FROM setting WHERE merchant_id = @m AND name = @name",
                        new { name = T.Name }
                    )
                ).ToDictionary(s => s.Store, s => Json.Parse<T>(s.Value)),
                new()
            )
        );
        return settings.At(store ?? default);
    }

    /// <summary>A policy by store; store 0 is the merchant's own.</summary>
    private sealed record KeptSettings<T>(Dictionary<StoreId, T> Own, T Shipped)
        where T : class
    {
        public T At(StoreId store) => Own.GetValueOrDefault(store) ?? Own.GetValueOrDefault(default) ?? Shipped;
    }

    /// <summary>Writes a policy; the caller has checked who may.</summary>
    public static async Task SaveSetting<T>(Tx tx, T value, StoreId? store = null)
        where T : class, ISetting, new()
    {
        await tx.Execute(
            """
            INSERT INTO setting (merchant_id, store_id, name, value, version) VALUES (@m, @store, @name, @value, 1)
            ON CONFLICT (merchant_id, store_id, name) DO UPDATE SET value = excluded.value, version = setting.version + 1
            """,
            new
            {
                store = store?.Value ?? 0,
                name = T.Name,
                value = Json.Text(value),
            }
        );
    }

    private static StoreInfo Info(StoreRow row) =>
        new(
            row.Id,
            row.Code,
            row.Name,
            row.Kind,
            row.Address,
            row.Phone,
            Zones.Find(row.TimeZone),
            (int)row.CutoffMinutes,
            row.ReceiptHeader,
            row.ReceiptFooter,
            row.Active
        );
}

/// <summary>A store as other modules see it.</summary>
public sealed record StoreInfo(
    StoreId Id,
    string Code,
    string Name,
    StoreKind Kind,
    string Address,
    string Phone,
    TimeZoneInfo Zone,
    int CutoffMinutes,
    string ReceiptHeader,
    string ReceiptFooter,
    bool Active
)
{
    public BusinessDay DayOf(Instant at) => BusinessDay.Of(at, Zone, CutoffMinutes);
}

/// <summary>A policy of the merchant, stored as JSON under its name; <c>new()</c> is the default as shipped.</summary>
public interface ISetting
{
    static abstract string Name { get; }
}

/// <summary>Time zones by IANA name, looked up once.</summary>
public static class Zones
{
    private static readonly ConcurrentDictionary<string, TimeZoneInfo> Known = new(StringComparer.Ordinal);

    public static TimeZoneInfo Find(string id) => Known.GetOrAdd(id, TimeZoneInfo.FindSystemTimeZoneById);

    public static bool Exists(string id) => TimeZoneInfo.TryFindSystemTimeZoneById(id, out _);
}

/// <summary>How the till rounds the amount due; a store may have its own rule.</summary>
public sealed record TillSettings : ISetting
{
    public static string Name => "till";

    public RoundOffRule Rounding { get; init; } = RoundOffRule.None;
}

/// <summary>A policy as a page edits it: the value in force, whether the store has its own, and the version to edit.</summary>
public sealed record PolicyReply<T>(T Value, bool OwnToStore, long Version) : IVersioned;

/// <summary>Shows and saves one policy; the slices name the policy and the permission.</summary>
public static class Policies
{
    public static async Task<Outcome<PolicyReply<T>>> Show<T>(DbRead db, Caller caller, StoreId? store)
        where T : class, ISetting, new()
    {
        if (store is { } id && !caller.MayAt(id))
            return HttpReasons.ForeignStore;
        var rows = await db.All<SettingRow>(
            "SELECT * FROM setting WHERE merchant_id = @m AND name = @name AND store_id IN (0, @store)",
            new { name = T.Name, store = store?.Value ?? 0 }
        );
        var own = rows.SingleOrDefault(r => r.StoreId == (store?.Value ?? 0));
        var used = own ?? rows.SingleOrDefault();
        return new PolicyReply<T>(
            used is null ? new() : Json.Parse<T>(used.Value),
            store is not null && own is not null,
            own?.Version ?? 0
        );
    }

    public static async Task<Outcome<PolicyReply<T>>> Save<T>(
        Tx tx,
        Caller caller,
        T value,
        IfMatch match,
        StoreId? store
    )
        where T : class, ISetting, new()
    {
        if ((await Show<T>(tx, caller, store)).No(out var before, out var refusal))
            return refusal;
        if (store is { } id && await OrgPublic.Store(tx, id) is null)
            return CommonReasons.NotFound.With(("what", store.Value));
        if (before.Version != match.Version)
            return CommonReasons.Stale;
        if (store is null && caller.Stores is not null && !caller.IsOwner)
            return HttpReasons.ForeignStore;
        await OrgPublic.SaveSetting(tx, value, store);
        var subject = store is null ? T.Name : $"{T.Name}@{store}";
        tx.Audit(new(caller, "settings.changed", "setting", subject, before.Value, value));
        return new PolicyReply<T>(value, store is not null, before.Version + 1);
    }
}

using System.ComponentModel.DataAnnotations;

namespace Shuke.Server.Modules.Org;

/// <summary>How long a login lasts: idle minutes and hours in all.</summary>
public sealed record SessionPolicy : ISetting
{
    public static string Name => "session";

    [Range(15, 720)]
    public int IdleMinutes { get; init; } = 120;

    [Range(1, 72)]
    public int HoursMax { get; init; } = 24;
}

/// <summary>Switching people at the till by PIN: whether, and how many digits at least.</summary>
public sealed record PinPolicy : ISetting
{
    public static string Name => "pin";

    public bool Enabled { get; init; } = true;

    [Range(4, 6)]
    public int LengthMin { get; init; } = 4;
}

/// <summary>Passwords: how long at least, and for how many hours an initial one is good.</summary>
public sealed record PasswordPolicy : ISetting
{
    public static string Name => "password";

    [Range(8, 64)]
    public int LengthMin { get; init; } = 8;

    [Range(1, 168)]
    public int InitialHours { get; init; } = 72;
}

/// <summary>A policy as a page edits it: the value in force, whether the store has its own, and the version to edit.</summary>
public sealed record PolicyReply<T>(T Value, bool OwnToStore, long Version) : IVersioned;

/// <summary>Shows and saves one policy; the slices name the policy and the permission.</summary>
internal static class Policies
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

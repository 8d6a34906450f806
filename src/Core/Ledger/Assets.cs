namespace Shuke.Core.Ledger;

/// <summary>What an asset behaves like. Merchants add assets, not kinds.</summary>
public enum AssetKind
{
    /// <summary>Stored value that was paid in (本金), in fen.</summary>
    Principal,

    /// <summary>Stored value given on top (赠金), in fen.</summary>
    Bonus,

    /// <summary>Spendable loyalty currency, in lots.</summary>
    Points,

    /// <summary>The score that decides a tier; not spendable, no lots.</summary>
    Growth,

    /// <summary>A running total such as turnover, visits or the stamps of a punch card; no lots.</summary>
    Counter,

    /// <summary>Counted services or vouchers (次卡), in lots.</summary>
    Times,
}

/// <summary>What one unit of an amount is: a fen, a point, or a piece.</summary>
public enum AssetUnit
{
    Fen,
    Point,
    Count,
}

/// <summary>Something an account can hold. Assets are data: a merchant adds "coffee beans" without new code.</summary>
public sealed record Asset(
    AssetId Id,
    string Code,
    AssetKind Kind,
    AssetUnit Unit,
    bool Spendable,
    bool MayGoNegative,
    Expiry Expiry
)
{
    /// <summary>Growth and counters are plain totals; everything else comes in lots with dates of their own.</summary>
    public bool HasLots => Kind is AssetKind.Principal or AssetKind.Bonus or AssetKind.Points or AssetKind.Times;

    public bool IsStoredValue => Kind is AssetKind.Principal or AssetKind.Bonus;
}

/// <summary>Codes of the assets every merchant starts with.</summary>
public static class AssetCodes
{
    public const string Principal = "principal";
    public const string Bonus = "bonus";
    public const string Points = "points";
    public const string Growth = "growth";

    /// <summary>Counter, fen: turnover net of refunds.</summary>
    public const string Spent = "spent";

    /// <summary>Counter, fen: paid top-ups net of refunds.</summary>
    public const string ToppedUp = "topped_up";

    /// <summary>Counter, pieces: paid tickets net of full refunds.</summary>
    public const string Visits = "visits";

    /// <summary>Counter, made when a rule first asks for it: members brought in.</summary>
    public const string Referrals = "referrals";

    /// <summary>Counter, made when first asked for: tasks completed.</summary>
    public const string Tasks = "tasks";

    /// <summary>Counter, made when first asked for: 1 once the profile is complete.</summary>
    public const string Profile = "profile";

    /// <summary>Counter, made when first asked for: paid memberships bought.</summary>
    public const string Memberships = "memberships";
}

/// <summary>The assets of one merchant, found by id, code or kind.</summary>
public sealed class AssetSet(IReadOnlyList<Asset> all)
{
    public IReadOnlyList<Asset> All { get; } = all;

    public Asset Principal => OfKind(AssetKind.Principal);
    public Asset Bonus => OfKind(AssetKind.Bonus);
    public Asset Points => OfKind(AssetKind.Points);
    public Asset Growth => OfKind(AssetKind.Growth);

    /// <summary>Whether any points last longer with each purchase: then earning them touches the lots there are.</summary>
    public bool RenewsPoints { get; } = all.Any(a => a.Kind == AssetKind.Points && a.Expiry.IsRolling);

    public Asset this[AssetId id] => Find(id) ?? throw new InvalidOperationException($"Asset {id} is not loaded.");

    public Asset this[string code] => Find(code) ?? throw new InvalidOperationException($"Asset {code} is not loaded.");

    public Asset? Find(AssetId id)
    {
        foreach (var asset in All)
            if (asset.Id == id)
                return asset;
        return null;
    }

    public Asset? Find(string code)
    {
        foreach (var asset in All)
            if (string.Equals(asset.Code, code, StringComparison.Ordinal))
                return asset;
        return null;
    }

    /// <summary>The first asset of a kind is the merchant's own; partner points and the like come after it.</summary>
    private Asset OfKind(AssetKind kind)
    {
        foreach (var asset in All)
            if (asset.Kind == kind)
                return asset;
        throw new InvalidOperationException($"No asset of kind {kind} is loaded.");
    }
}

using System.Globalization;

namespace Shuke.Server.Platform;

/// <summary>
/// Whose rows a transaction may see and write on PostgreSQL: row level security compares every row with it, below all
/// SQL that forgets its merchant. Set for the transaction alone, so a pooled connection carries nothing over.
/// </summary>
/// <param name="Sql">statements that set it, made of numbers only</param>
internal sealed record Wall(string Sql)
{
    /// <summary>The same as a query, for statements that are a transaction only because they go out together; see Fetch.</summary>
    public string Query =>
        Sql.Replace("SET LOCAL ", "SELECT set_config('", StringComparison.Ordinal)
            .Replace("='", "','", StringComparison.Ordinal)
            .Replace("';", "',true)", StringComparison.Ordinal);

    /// <summary>One merchant, as in a request; merchant 0 is nobody yet.</summary>
    public static Wall Around(MerchantId merchant) =>
        new(string.Create(CultureInfo.InvariantCulture, $"SET LOCAL shuke.merchants='{{{merchant.Value}}}';"));

    /// <summary>Several, as in a batch of the money lane or a backup.</summary>
    public static Wall Around(IEnumerable<MerchantId> merchants) =>
        new(
            $"SET LOCAL shuke.merchants='{{{string.Join(',', merchants.Select(m => m.Value.ToString(CultureInfo.InvariantCulture)))}}}';"
        );

    /// <summary>One merchant again, after the platform's door was open.</summary>
    public static Wall Closed(MerchantId merchant) => new(Around(merchant).Sql + "SET LOCAL shuke.platform='';");

    /// <summary>All merchants, for reads of <see cref="Walls.PlatformTables"/>; other tables show nothing.</summary>
    public static readonly Wall Platform = new("SET LOCAL shuke.merchants='{}';SET LOCAL shuke.platform='on';");
}

using System.Globalization;

namespace Shuke.Server.Platform;

/// <summary>
/// Whose rows a transaction may see and write on PostgreSQL: row level security compares every row with it, below all
/// SQL that forgets its merchant. Set for the transaction alone, so a pooled connection carries nothing over.
/// </summary>
internal sealed class Wall
{
    private const string MerchantsName = "shuke.merchants";
    private const string PlatformName = "shuke.platform";

    private readonly (string Name, string Value)[] _settings;

    /// <param name="settings">values made of numbers and words of our own only: they stand in the text of statements</param>
    private Wall(params (string Name, string Value)[] settings) => _settings = settings;

    /// <summary>Statements that set it, for a transaction that is open or begins with them.</summary>
    public string Sql => string.Concat(_settings.Select(s => $"SET LOCAL {s.Name}='{s.Value}';"));

    /// <summary>The same as a query, for statements that are a transaction only because they go out together; see Fetch.</summary>
    public string Query =>
        "SELECT " + string.Join(", ", _settings.Select(s => $"set_config('{s.Name}','{s.Value}',true)"));

    /// <summary>One merchant, as in a request; merchant 0 is nobody yet.</summary>
    public static Wall Around(MerchantId merchant) => new((MerchantsName, List([merchant])));

    /// <summary>Several, as in a batch of the money lane or a backup.</summary>
    public static Wall Around(IEnumerable<MerchantId> merchants) => new((MerchantsName, List(merchants)));

    /// <summary>One merchant again, after the platform's door was open.</summary>
    public static Wall Closed(MerchantId merchant) => new((MerchantsName, List([merchant])), (PlatformName, ""));

    /// <summary>All merchants, for reads of <see cref="Walls.PlatformTables"/>; other tables show nothing.</summary>
    public static readonly Wall Platform = new((MerchantsName, "{}"), (PlatformName, "on"));

    private static string List(IEnumerable<MerchantId> merchants) =>
        $"{{{string.Join(',', merchants.Select(m => m.Value.ToString(CultureInfo.InvariantCulture)))}}}";
}

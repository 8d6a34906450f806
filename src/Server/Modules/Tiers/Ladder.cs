using Shuke.Core.Tiers;

namespace Shuke.Server.Modules.Tiers;

/// <summary>The merchant's tiers as decisions see them, lowest first, and where a member stands on them.</summary>
internal sealed record Ladder(IReadOnlyList<TierRow> Rows, IReadOnlyList<TierDef> Tiers)
{
    public static async Task<Ladder> Load(DbRead db) =>
        await db.Kept(
            "",
            static async db =>
            {
                var rows = await Rung(db);
                return new Ladder(rows, rows.ConvertAll(Def));
            }
        );

    public static Task<List<TierRow>> Rung(DbRead db) =>
        db.All<TierRow>("SELECT * FROM tier WHERE merchant_id = @m ORDER BY position, id");

    public TierRow? Base => Rows.FirstOrDefault(r => r.Active);

    public TierRow Row(TierId id) => Rows.First(r => r.Id == id);

    /// <summary>Tiers that can be had now: the active ones, and the one the member still has.</summary>
    public List<TierDef> For(TierId held) => [.. Tiers.Where(t => t.Id == held || Row(t.Id).Active)];

    private static readonly KeyedQuery<MemberId, MemberTierRow> HeldBy = new(
        "member_tier",
        "SELECT * FROM member_tier WHERE {member_id}",
        r => (r.MerchantId, r.MemberId)
    );

    public static void Ahead(Ahead ahead, MemberId member) => ahead.Want(HeldBy, member);

    public static async Task<MemberTierRow?> Held(DbRead db, MemberId member) =>
        db is Tx tx && tx.State<MemberTierRow>(member.Value) is { } known ? known
        : await db.Of(HeldBy, member) is [var row, ..] ? row
        : null;

    /// <summary>A member's new tier. Written with the rest of the batch, so that its neighbours are not read anew for it.</summary>
    public static void Put(Tx tx, MemberTierRow row)
    {
        tx.Later(HeldWriter.Kind, row);
        tx.SetState(row.MemberId.Value, row, ["member_tier"]);
    }

    /// <summary>Of all that a batch makes of a member's tier, the last is written.</summary>
    private sealed class HeldWriter : ILateWrite
    {
        public static readonly HeldWriter Kind = new();

        private static readonly RowStatement<MemberTierRow> Upsert = RowStatement<MemberTierRow>.Upsert(
            "member_tier",
            Column<MemberTierRow>.All(),
            keys: ["merchant_id", "member_id"],
            sets: ["tier_id", "since", "until", "how"]
        );

        public void Write(Pipeline pipeline, IReadOnlyList<object> items) =>
            pipeline.Put(
                "member_tier",
                Upsert,
                [
                    .. items
                        .Cast<MemberTierRow>()
                        .GroupBy(r => (r.MerchantId, r.MemberId))
                        .Select(g => g.Last())
                        .OrderBy(r => r.MerchantId)
                        .ThenBy(r => r.MemberId),
                ]
            );
    }

    /// <summary>Packs given are left to the table's key: whoever inserts the row first gives the pack.</summary>
    public TierState State(MemberTierRow? held, BusinessDay joined) =>
        held is null ? new(Base!.Id, joined, null, []) : new(held.TierId, held.Since, held.Until, []);

    private static TierDef Def(TierRow row)
    {
        var form = Json.Parse<RuleForm>(row.Upgrade);
        return new(
            row.Id,
            (int)row.Position,
            row.Name,
            row.PriceBp,
            row.MultiplierBp,
            // A tier that is switched off is not reached any more.
            row.Active
                ? form.ToRule()
                : UpgradeRule.ByHand,
            Keep: form.Keep?.ToRule() ?? (row.Active ? null : form.ToRule()),
            Json.Parse<ValidityForm>(row.Validity).ToValidity(),
            Json.Parse<PackForm>(row.Pack).ToPack(),
            ""
        );
    }

    public static List<BenefitForm> Benefits(TierRow row) => Json.Parse<List<BenefitForm>>(row.Benefits);
}

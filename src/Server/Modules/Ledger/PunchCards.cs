using System.ComponentModel.DataAnnotations;
using Shuke.Core.Ledger;

namespace Shuke.Server.Modules.Ledger;

/// <summary>Punch cards: GET, POST /ledger/punch-cards, PUT /ledger/punch-cards/{id}.</summary>
public static class PunchCards
{
    /// <param name="Reward">what the voucher is called</param>
    /// <param name="Covers">goods that earn a stamp; null = all goods</param>
    /// <param name="RewardCovers">goods the voucher makes free</param>
    public sealed record Request(
        [StringLength(40, MinimumLength = 1)] string Name,
        [StringLength(40, MinimumLength = 1)] string Reward,
        [Range(1, 1_000)] int Every,
        [Range(1, 100)] int RewardCount,
        [StringLength(40)] string Validity,
        StampBy StampBy,
        Covers? Covers,
        Money MinTicket,
        Covers? RewardCovers = null,
        bool Active = true
    );

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Get("/ledger/punch-cards", Permission.SignedIn, List).WithSummary("All punch cards.");
        routes.Post("/ledger/punch-cards", Permission.PlansEdit, Add).WithSummary("Add a punch card.");
        routes.Put("/ledger/punch-cards/{id}", Permission.PlansEdit, Handle).WithSummary("Change a punch card.");
    }

    public static async Task<Outcome<IReadOnlyList<Reply>>> List(DbRead db)
    {
        var rows = await db.All<PunchCardRow>(
            "SELECT * FROM punch_card WHERE merchant_id = @m ORDER BY active DESC, id"
        );
        var assets = await LedgerPublic.AssetInfos(db);
        return rows.ConvertAll(r => Reply.Of(r, assets));
    }

    public static async Task<Outcome<Reply>> Add(Request request, Tx tx, Caller caller)
    {
        if (WhyNot(request) is { } refusal)
            return refusal;
        var row = await Create(tx, request);
        tx.Audit(new(caller, "punch_card.added", "punch_card", row.Id.ToString(), After: request));
        return Reply.Of(row, await LedgerPublic.AssetInfos(tx));
    }

    public static async Task<Outcome<Reply>> Handle(
        PunchCardId id,
        IfMatch match,
        Request request,
        Tx tx,
        Caller caller
    )
    {
        if (WhyNot(request) is { } refusal)
            return refusal;
        var before = await Load(tx, id);
        if (before is null)
            return CommonReasons.NotFound.With(("what", "集点卡"));
        var touched = await tx.Execute(
            """
            UPDATE punch_card SET name = @Name, every = @Every, reward_count = @RewardCount, validity = @Validity,
                stamp_by = @StampBy, covers = @covers, min_ticket = @MinTicket, active = @Active, version = version + 1
            WHERE merchant_id = @m AND id = @id AND version = @old
            """,
            new
            {
                id,
                old = match.Version,
                request.Name,
                request.Every,
                request.RewardCount,
                request.Validity,
                request.StampBy,
                covers = Covers.Write(request.Covers),
                request.MinTicket,
                request.Active,
            }
        );
        if (touched == 0)
            return CommonReasons.Stale;
        await tx.Execute(
            """
            UPDATE asset SET covers = @covers, name_zh = @Reward, name_en = @Reward, version = version + 1
            WHERE merchant_id = @m AND id = @asset
            """,
            new
            {
                covers = Covers.Write(request.RewardCovers),
                request.Reward,
                asset = before.Reward,
            }
        );
        tx.Audit(new(caller, "punch_card.changed", "punch_card", id.ToString(), View(before), request));
        return Reply.Of((await Load(tx, id))!, await LedgerPublic.AssetInfos(tx));
    }

    /// <summary>The card with its two assets: the stamps that are counted and the voucher they become.</summary>
    internal static async Task<PunchCardRow> Create(Tx tx, Request request)
    {
        var id = tx.NewId<Core.Kinds.PunchCard>();
        var stamps = Asset(tx, $"stamps_{id}", AssetKind.Counter, request.Name, "", spendable: false);
        var reward = Asset(
            tx,
            $"voucher_{id}",
            AssetKind.Times,
            request.Reward,
            Covers.Write(request.RewardCovers),
            spendable: true
        );
        await tx.InsertMany([stamps, reward]);
        var row = new PunchCardRow(
            tx.Merchant,
            id,
            request.Name.Trim(),
            stamps.Id,
            request.Every,
            reward.Id,
            request.RewardCount,
            request.Validity,
            request.StampBy,
            Covers.Write(request.Covers),
            request.MinTicket,
            request.Active,
            1
        );
        await tx.Insert(row);
        return row;
    }

    internal static PunchCard View(PunchCardRow r) =>
        new(
            r.Id,
            r.Name,
            new(
                r.Stamps,
                (int)r.Every,
                r.Reward,
                (int)r.RewardCount,
                Expiry.Parse(r.Validity)!,
                $"punch:{r.Id}:{r.Version}"
            ),
            r.StampBy,
            Covers.Read(r.Covers),
            r.MinTicket,
            r.Active,
            r.Version
        );

    private static AssetRow Asset(Tx tx, string code, AssetKind kind, string name, string covers, bool spendable) =>
        new(
            tx.Merchant,
            tx.NewId<Core.Kinds.Asset>(),
            code,
            kind,
            AssetUnit.Count,
            name.Trim(),
            name.Trim(),
            spendable,
            MayGoNegative: false,
            Expiry.Never.ToString(),
            covers,
            Active: true,
            100,
            1
        );

    private static Refusal? WhyNot(Request request)
    {
        if (request.MinTicket.IsNegative)
            return CommonReasons.AmountOutOfRange.With(("max", Money.FenMax));
        return Expiry.Parse(request.Validity) is null ? ValueReasons.ExpiryInvalid.With() : null;
    }

    private static Task<PunchCardRow?> Load(DbRead db, PunchCardId id) =>
        db.One<PunchCardRow>("SELECT * FROM punch_card WHERE merchant_id = @m AND id = @id", new { id });

    /// <summary>A punch card with what its voucher is.</summary>
    public sealed record Reply(
        PunchCardId Id,
        string Name,
        string Reward,
        AssetId RewardId,
        int Every,
        int RewardCount,
        string Validity,
        StampBy StampBy,
        Covers? Covers,
        Money MinTicket,
        Covers? RewardCovers,
        bool Active,
        long Version
    ) : IVersioned
    {
        internal static Reply Of(PunchCardRow r, IReadOnlyList<AssetInfo> assets)
        {
            var reward = assets.First(a => a.Asset.Id == r.Reward);
            return new(
                r.Id,
                r.Name,
                reward.NameZh,
                r.Reward,
                (int)r.Every,
                (int)r.RewardCount,
                r.Validity,
                r.StampBy,
                Covers.Read(r.Covers),
                r.MinTicket,
                reward.Covers,
                r.Active,
                r.Version
            );
        }
    }
}

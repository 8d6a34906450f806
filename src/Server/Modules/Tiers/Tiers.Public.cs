using Shuke.Core.Ledger;
using Shuke.Core.Membership;
using Shuke.Core.Tiers;
using Shuke.Server.Modules.Ledger;
using Shuke.Server.Modules.Org;

namespace Shuke.Server.Modules.Tiers;

/// <summary>What other modules may ask of tiers.</summary>
public static class TiersPublic
{
    /// <summary>What the rules of this module say now, for the written membership policy.</summary>
    public static Task<IReadOnlyList<Chapter>> Chapters(DbRead db, Language language) =>
        TierChapters.Write(db, language);

    /// <summary>A member's tier with what is left of its benefits on this day.</summary>
    /// <param name="withBenefits">false: the benefits are not needed, and not counted</param>
    public static Task<TierStanding> Standing(DbRead db, MemberId member, BusinessDay day, bool withBenefits = true) =>
        Standings.Of(db, member, day, withBenefits);

    /// <summary>Says that this member's tier will be asked for.</summary>
    public static void Ahead(Ahead ahead, MemberId member)
    {
        Ladder.Ahead(ahead, member);
        MembershipPlans.Ahead(ahead, member);
    }

    /// <summary>The nearest step to the next tier as a sentence ("再消费 320.00 元升级金卡"); null at the top.</summary>
    public static async Task<string?> NextStep(DbRead db, Book book, StoreInfo store, Language language)
    {
        if (await Case.Load(db, book.Member, store) is not { } subject)
            return null;
        var progress = TierProgress.Of(subject.Tiers, await subject.Facts(db, book, subject.AllMeasures()));
        return progress.Rise?.Steps.Where(s => s.Missing > 0).MinBy(s => s.Missing)?.Says.In(language);
    }

    /// <summary>All active tiers from the lowest to the highest.</summary>
    public static async Task<IReadOnlyList<TierChip>> All(DbRead db) =>
        [
            .. (await Ladder.Load(db))
                .Rows.Where(r => r.Active)
                .OrderBy(r => r.Position)
                .Select(r => new TierChip(r.Id, r.Name, r.Colour)),
        ];

    /// <summary>The active tiers with their benefits, lowest first.</summary>
    public static async Task<IReadOnlyList<TierBenefits>> Benefits(DbRead db, Language language) =>
        [
            .. (await Ladder.Load(db))
                .Rows.Where(r => r.Active)
                .Select(r => new TierBenefits(
                    new(r.Id, r.Name, r.Colour),
                    r.PriceBp,
                    [
                        .. Ladder
                            .Benefits(r)
                            .Select(b => new BenefitInfo(
                                b.Id!.Value,
                                b.Kind,
                                language == Language.Zh || b.TitleEn.Length == 0 ? b.TitleZh : b.TitleEn,
                                b.Period,
                                b.Limit
                            )),
                    ]
                )),
        ];

    /// <summary>Members whose tier ends on this day, in the order of their ids.</summary>
    public static Task<List<MemberId>> EndingOn(DbRead db, BusinessDay day, MemberId after, int count) =>
        db.All<MemberId>(
            """
            SELECT member_id FROM member_tier WHERE merchant_id = @m AND until = @day AND member_id > @after
            ORDER BY member_id LIMIT @count
            """,
            new
            {
                day,
                after,
                count,
            }
        );

    /// <summary>Names and colours of the tiers these members have, in one query; for lists.</summary>
    public static Task<IReadOnlyDictionary<MemberId, TierChip>> Chips(DbRead db, IReadOnlyList<MemberId> members) =>
        Standings.Chips(db, members);

    /// <summary>Names and colours of all tiers, those no longer given among them.</summary>
    public static async Task<IReadOnlyList<TierChip>> Names(DbRead db) =>
        await db.All<TierChip>("SELECT id, name, colour FROM tier WHERE merchant_id = @m ORDER BY position, id");

    /// <summary>
    /// Looks at the member's tier after value was posted, in the same transaction, and moves the member if a rule is met.
    /// Null if nothing changes. The pack of the tier is posted: go on with <see cref="TierMoved.Book"/>.
    /// </summary>
    public static Task<TierMoved?> Examine(
        Tx tx,
        Book book,
        MemberId member,
        StoreInfo store,
        string documentKind,
        string documentId,
        StaffId? staff
    ) => Examination.AfterValue(tx, book, member, store, new(documentKind, documentId, staff));

    /// <summary>After a refund took turnover and growth back; lowers the tier only if the merchant's policy says so.</summary>
    public static Task<TierMoved?> AfterRefund(
        Tx tx,
        Book book,
        MemberId member,
        StoreInfo store,
        string documentKind,
        string documentId,
        StaffId? staff
    ) => Examination.AfterRefund(tx, book, member, store, new(documentKind, documentId, staff));

    /// <summary>A top-up plan lifts the member to a tier; one that is not higher changes nothing.</summary>
    public static Task<TierMoved?> Give(
        Tx tx,
        Book book,
        MemberId member,
        StoreInfo store,
        TierId tier,
        string documentKind,
        string documentId,
        StaffId? staff
    ) => Examination.Give(tx, book, member, store, tier, new(documentKind, documentId, staff));

    /// <summary>Notes one use of a benefit; refused when the member's tier has none or none is left in the period.</summary>
    public static Task<Outcome<Done>> UseBenefit(
        Tx tx,
        MemberId member,
        BenefitId benefit,
        OrderId? order,
        BusinessDay day
    ) => BenefitUses.Use(tx, member, benefit, order, day);

    /// <summary>
    /// A member did something besides buying: growth changes as the merchant set it, and the tier is looked at. One deed
    /// counts once per document.
    /// </summary>
    public static Task<TierMoved?> Did(
        Tx tx,
        MemberId member,
        Deed deed,
        StoreInfo store,
        string documentKind,
        string documentId,
        StaffId? staff
    ) => Deeds.Note(tx, member, deed, store, new(documentKind, documentId, staff));

    /// <summary>A member who was registered ahead activates: the term of their tier begins today.</summary>
    public static Task<TierMoved?> Activate(Tx tx, MemberId member, StoreInfo store, StaffId? staff) =>
        Deeds.Activate(tx, member, store, new("activation", $"{member}", staff));

    /// <summary>Lends a higher tier for so many days, today included; false where it cannot be lent just now.</summary>
    public static async Task<bool> Lend(
        Tx tx,
        MemberId member,
        TierId tier,
        int days,
        StoreInfo store,
        string reason
    ) =>
        await Case.Load(tx, member, store) is { } subject
        && (await TierLoans.Lend(tx, subject, tier, days, null, reason)).IsOk;

    /// <summary>Gives back what an order had used of a benefit; answers how many uses.</summary>
    public static Task<int> ReturnBenefit(Tx tx, MemberId member, BenefitId benefit, OrderId order) =>
        BenefitUses.Return(tx, member, benefit, order);
}

/// <summary>What made a member move.</summary>
public enum HowMoved
{
    Rule,
    Hand,
    Topup,
    Review,
    Refund,
    Merge,
}

/// <summary>A member's tier for pricing and the till. The id is null only when the merchant has no tier at all.</summary>
/// <param name="Price">what a member of this tier pays: 9,000 bp = 9折</param>
/// <param name="Multiplier">10,000 bp = points once</param>
public sealed record TierStanding(
    TierId? TierId,
    string Name,
    string Colour,
    Ratio Price,
    Ratio Multiplier,
    BusinessDay? Until,
    IReadOnlyList<BenefitStanding> Benefits
)
{
    public static readonly TierStanding None = new(null, "", "", Ratio.One, Ratio.One, null, []);
}

/// <summary>How a benefit is kept.</summary>
public enum BenefitKind
{
    /// <summary>A promise that staff act on and tick off.</summary>
    Text,

    /// <summary>One free item that the till takes off the ticket.</summary>
    FreeItem,

    /// <summary>A pack put into the member's account once a month; what is not used by the month's end is gone.</summary>
    MonthlyPack,
}

/// <summary>Over which time the limit of a benefit counts.</summary>
public enum BenefitPeriod
{
    /// <summary>No period: the limit is for ever.</summary>
    None,
    Month,
    BirthdayMonth,
    Year,
}

/// <summary>A benefit with what is left of it in the present period; null = no limit.</summary>
public sealed record BenefitStanding(
    BenefitId Id,
    BenefitKind Kind,
    string TitleZh,
    string TitleEn,
    BenefitPeriod Period,
    int Limit,
    int? Remaining,
    Covers? Covers
)
{
    public bool CanBeUsed => Remaining is null or > 0;

    public string Title(Language language) => language == Language.Zh || TitleEn.Length == 0 ? TitleZh : TitleEn;
}

/// <summary>A tier with what its members pay and get.</summary>
public sealed record TierBenefits(TierChip Tier, Ratio Price, IReadOnlyList<BenefitInfo> Benefits);

/// <summary>A benefit in one language; a limit of 0 is none.</summary>
public sealed record BenefitInfo(BenefitId Id, BenefitKind Kind, string Title, BenefitPeriod Period, int Limit);

/// <summary>A tier's name and colour.</summary>
public sealed record TierChip(TierId Id, string Name, string Colour);

/// <summary>A member moved; what the till shows, and the book after the pack was posted.</summary>
/// <param name="Pack">what was granted with it; null if nothing</param>
public sealed record TierMoved(
    TierId From,
    TierId To,
    string FromName,
    string ToName,
    string Colour,
    TierChange Change,
    BusinessDay? Until,
    TierPack? Pack,
    string SaysZh,
    string SaysEn,
    Book Book
)
{
    public string Says(Language language) => language == Language.Zh ? SaysZh : SaysEn;
}

/// <summary>What happens when a tier has ended or a refund takes turnover back; growth besides buying; ranks inside tiers.</summary>
public sealed record TierSettings : ISetting
{
    public static string Name => "tiers";

    public Downgrade Downgrade { get; init; } = Downgrade.ToTierMet;

    /// <summary>Days after the last day on which a tier is still honoured and can still be kept.</summary>
    [System.ComponentModel.DataAnnotations.Range(0, 366)]
    public int GraceDays { get; init; }
    public AfterRefund AfterRefund { get; init; } = AfterRefund.AtReview;
    public PackAgain PackAgain { get; init; } = PackAgain.OncePerTier;

    /// <summary>No tier is lost in the first months after joining; 0 = no protection.</summary>
    [System.ComponentModel.DataAnnotations.Range(0, 60)]
    public int ProtectedMonths { get; init; }
    public bool ProtectBirthMonth { get; init; }

    /// <summary>What deeds other than buying add to growth, or take from it.</summary>
    [System.ComponentModel.DataAnnotations.MaxLength(20)]
    public IReadOnlyList<DeedGrowth> Deeds { get; init; } = [];

    /// <summary>Growth that fades each month, basis points; 0 = none.</summary>
    [System.ComponentModel.DataAnnotations.Range(0, 10_000)]
    public int FadeBp { get; init; }

    /// <summary>Whole months without a purchase before growth fades.</summary>
    [System.ComponentModel.DataAnnotations.Range(0, 60)]
    public int FadeAfterMonths { get; init; } = 3;

    /// <summary>Names of the ranks, lowest first; empty = no ranks. Each purchase is a star.</summary>
    [System.ComponentModel.DataAnnotations.MaxLength(12)]
    public IReadOnlyList<string> Ranks { get; init; } = [];

    [System.ComponentModel.DataAnnotations.Range(1, 100)]
    public int StarsPerRank { get; init; } = 4;
    public WindowKind Season { get; init; } = WindowKind.Quarter;

    /// <summary>How many ranks a new season takes.</summary>
    [System.ComponentModel.DataAnnotations.Range(0, 12)]
    public int RanksLost { get; init; } = 1;

    internal TierPolicy ToPolicy() =>
        new(Downgrade, GraceDays, AfterRefund)
        {
            PackAgain = PackAgain,
            ProtectedMonths = ProtectedMonths,
            ProtectBirthMonth = ProtectBirthMonth,
        };

    internal StarRule ToStars() => new(Ranks, StarsPerRank, Season, RanksLost);

    internal GrowthDecay ToDecay() => new(new(FadeBp), FadeAfterMonths);
}

public enum MembershipState
{
    Sold,
    Refunded,
}

/// <summary>A paid membership on sale.</summary>
public sealed record MembershipOffer(MembershipPlanId Id, MembershipTerms Terms, string Perks, bool Active);

/// <summary>A term of membership a member bought or tried.</summary>
/// <param name="RenewalNote">why the last renewal from stored value did not work; empty when it did</param>
public sealed record MembershipInfo(
    MembershipId Id,
    string Number,
    MemberId MemberId,
    MembershipPlanId PlanId,
    string Plan,
    MembershipTerm Term,
    Ratio Price,
    Ratio PointsMultiplier,
    bool PackGiven,
    bool AutoRenew,
    MembershipState State,
    BusinessDay BoughtOn,
    string RenewalNote
);

/// <summary>What other modules may do with paid memberships; money for them is taken at the till.</summary>
public static class MembershipPublic
{
    public static async Task<MembershipOffer?> Offer(DbRead db, MembershipPlanId id) =>
        await MembershipPlans.Find(db, id) is { } row ? new(row.Id, row.Terms, row.Perks, row.Active) : null;

    /// <summary>All terms of a member, the latest first.</summary>
    public static async Task<List<MembershipInfo>> Of(DbRead db, MemberId member) =>
        (
            await db.All<MembershipRow>(
                "SELECT * FROM membership WHERE merchant_id = @m AND member_id = @member ORDER BY last DESC, id DESC LIMIT 100",
                new { member }
            )
        ).ConvertAll(View);

    public static async Task<MembershipInfo?> Find(DbRead db, MembershipId id) =>
        await db.One<MembershipRow>("SELECT * FROM membership WHERE merchant_id = @m AND id = @id", new { id })
            is { } row
            ? View(row)
            : null;

    /// <summary>The running term with the best price on this day; null without one.</summary>
    public static async Task<MembershipInfo?> Running(DbRead db, MemberId member, BusinessDay day) =>
        (await MembershipPlans.Bought(db, member))
            .Where(r => r.State == MembershipState.Sold && r.First <= day && r.Last >= day)
            .OrderBy(r => r.PriceBp)
            .ThenBy(r => r.Id)
            .Select(View)
            .FirstOrDefault();

    /// <summary>Writes a term that was sold or tried; its pack is posted by the seller in the same transaction.</summary>
    public static async Task<MembershipInfo> Enrol(
        Tx tx,
        MembershipId id,
        string number,
        MemberId member,
        MembershipOffer offer,
        MembershipSold sold,
        bool autoRenew,
        BusinessDay day
    )
    {
        var row = new MembershipRow(
            tx.Merchant,
            id,
            number,
            member,
            offer.Id,
            offer.Terms.Name,
            sold.Term.First,
            sold.Term.Last,
            sold.Term.Paid,
            offer.Terms.Price,
            offer.Terms.PointsMultiplier,
            sold.Pack is not null,
            autoRenew,
            MembershipState.Sold,
            day,
            tx.Now,
            ""
        );
        await tx.Insert(row);
        return View(row);
    }

    /// <summary>The moves that give an opening pack, as far as the card's limit allows.</summary>
    public static Moves PackMoves(Book book, TierPack pack, MembershipPlanId plan, Instant now, BusinessDay day) =>
        Packs.Decide(book, pack, $"membership:{plan}", null, now, day).Moves;

    /// <summary>Ends a term because it was given back: its last day was yesterday, or it never began. False if it was given back already.</summary>
    public static async Task<bool> End(Tx tx, MembershipId id) =>
        await tx.Execute(
            "UPDATE membership SET state = 'refunded', auto_renew = FALSE WHERE merchant_id = @m AND id = @id AND state = 'sold'",
            new { id }
        ) == 1;

    public static Task SetRenewal(Tx tx, MembershipId id, bool autoRenew, string note = "") =>
        tx.Execute(
            "UPDATE membership SET auto_renew = @autoRenew, renewal_note = @note WHERE merchant_id = @m AND id = @id",
            new
            {
                id,
                autoRenew,
                note,
            }
        );

    /// <summary>Terms that renew themselves and whose last day has come or gone, one page in the order of ids.</summary>
    public static async Task<List<MembershipInfo>> Due(DbRead db, BusinessDay day, MembershipId after, int count) =>
        (
            await db.All<MembershipRow>(
                """
                SELECT * FROM membership WHERE merchant_id = @m AND auto_renew AND state = 'sold' AND last <= @day
                AND id > @after ORDER BY id LIMIT @count
                """,
                new
                {
                    day,
                    after,
                    count,
                }
            )
        ).ConvertAll(View);

    private static MembershipInfo View(MembershipRow r) =>
        new(
            r.Id,
            r.Number,
            r.MemberId,
            r.PlanId,
            r.PlanName,
            new(r.First, r.Last, r.Paid),
            r.PriceBp,
            r.MultiplierBp,
            r.PackGiven,
            r.AutoRenew,
            r.State,
            r.BoughtOn,
            r.RenewalNote
        );
}

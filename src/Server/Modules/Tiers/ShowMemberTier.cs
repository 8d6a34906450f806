using Shuke.Core.Tiers;
using Shuke.Server.Modules.Ledger;
using Shuke.Server.Modules.Members;
using Shuke.Server.Modules.Org;

namespace Shuke.Server.Modules.Tiers;

/// <summary>GET /members/{id}/tier: a member's tier, what is missing to rise and to keep it, benefits left, how it came about.</summary>
public static class ShowMemberTier
{
    /// <param name="Ratio">how far, in basis points, at most 10,000</param>
    public sealed record Step(Metric Metric, long Value, long Target, long Missing, int Ratio, string Says);

    /// <param name="Match">any: one of the steps is enough</param>
    public sealed record Way(
        TierId TierId,
        string Tier,
        string Colour,
        Match Match,
        BusinessDay? Until,
        IReadOnlyList<Step> Steps
    );

    public sealed record Change(
        string From,
        string To,
        HowMoved How,
        string Why,
        string? Staff,
        string Reason,
        Instant At
    );

    /// <summary>A tier on trial: the member's own one comes back after its last day.</summary>
    public sealed record Trial(string Own, BusinessDay Last);

    /// <summary>The rank inside the tier (段位) in this season.</summary>
    /// <param name="Missing">purchases to the next rank; 0 at the highest</param>
    /// <param name="Next">the next rank; null at the highest</param>
    public sealed record RankView(
        string Rank,
        long Stars,
        int StarsPerRank,
        long Missing,
        string? Next,
        BusinessDay? SeasonEnds
    );

    public sealed record Reply(
        TierId? TierId,
        string Name,
        string Colour,
        Ratio Price,
        Ratio Multiplier,
        BusinessDay Since,
        BusinessDay? Until,
        Way? Rise,
        Way? Keep,
        IReadOnlyList<BenefitStanding> Benefits,
        IReadOnlyList<Change> History,
        Trial? OnTrial = null,
        BusinessDay? ProtectedUntil = null,
        RankView? Rank = null
    );

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.Get("/members/{id}/tier", Permission.MembersView, Handle).WithSummary("A member's tier and progress.");

    public static async Task<Outcome<Reply>> Handle(MemberId id, DbRead db, Caller caller)
    {
        if (await MembersPublic.Get(db, id, caller.Language) is not { } member)
            return CommonReasons.NotFound.With(("what", "会员"));
        var store = await StoreOf(db, caller.StoreId);
        var standing = await Standings.Of(db, member.Id, store.DayOf(db.Now));
        if (await Case.Load(db, member.Id, store) is not { } subject)
            return new Reply(null, "", "", Ratio.One, Ratio.One, store.DayOf(db.Now), null, null, null, [], []);
        var progress = await Progress(db, subject);
        return new Reply(
            standing.TierId,
            standing.Name,
            standing.Colour,
            standing.Price,
            standing.Multiplier,
            subject.State.Since,
            subject.State.Until,
            WayOf(progress.Rise, subject, caller.Language),
            WayOf(progress.Keep, subject, caller.Language),
            standing.Benefits,
            await History(db, member.Id, caller.Language),
            await TierLoans.OpenOf(db, member.Id) is { } loan
                ? new(subject.Ladder.Row(loan.OwnTier).Name, loan.Last)
                : null,
            (await Circumstances.Add(db, subject, TierPolicy.Default, NoFacts(subject))).ProtectedUntil,
            await RankOf(db, subject)
        );
    }

    private static TierFacts NoFacts(Case subject) =>
        new(subject.Day, subject.Joined, subject.State, new Dictionary<Measure, long>());

    /// <summary>Stars are purchases, counted season by season since joining.</summary>
    private static async Task<RankView?> RankOf(DbRead db, Case subject)
    {
        var rule = (await OrgPublic.Setting<TierSettings>(db)).ToStars();
        if (!rule.IsOn)
            return null;
        var visits = (await LedgerPublic.Assets(db))[Core.Ledger.AssetCodes.Visits].Id;
        var sums = await LedgerPublic.DaySums(db, subject.Member, [visits], subject.Joined);
        var (seasons, end) = (new List<long>(), Stars.SeasonOf(rule, subject.Day)?.Last);
        for (var from = subject.Joined; from <= subject.Day; )
        {
            var last = Stars.SeasonOf(rule, from)?.Last ?? subject.Day;
            seasons.Add(sums.Where(s => from <= s.Day && s.Day <= last).Sum(s => s.CameIn - s.WentOut));
            from = last.AddDays(1);
        }
        var standing = Stars.Of(rule, seasons);
        return new(
            rule.Ranks[standing.Rank],
            standing.Stars,
            rule.StarsPerRank,
            standing.Missing(rule),
            rule.Ranks.ElementAtOrDefault(standing.Rank + 1),
            end
        );
    }

    private static async Task<TierProgress> Progress(DbRead db, Case subject)
    {
        var book = (await LedgerPublic.Read(db, await LedgerPublic.Assets(db), subject.Member))!;
        return TierProgress.Of(subject.Tiers, await subject.Facts(db, book, subject.AllMeasures()));
    }

    internal static async Task<StoreInfo> StoreOf(DbRead db, StoreId? id) =>
        (id is { } store ? await OrgPublic.Store(db, store) : null) ?? (await OrgPublic.Stores(db))[0];

    private static Way? WayOf(ProgressTo? to, Case subject, Language language) =>
        to is null
            ? null
            : new(
                to.Tier.Id,
                to.Tier.Name,
                subject.Ladder.Row(to.Tier.Id).Colour,
                to.Match,
                to.Until,
                [
                    .. to.Steps.Select(s => new Step(
                        s.Metric,
                        s.Value,
                        s.Target,
                        s.Missing,
                        (int)Divide.Exact((Int128)Math.Clamp(s.Value, 0, s.Target) * 10_000, s.Target, Rounding.Down),
                        s.Says.In(language)
                    )),
                ]
            );

    private static async Task<List<Change>> History(DbRead db, MemberId member, Language language)
    {
        var rows = await db.All<TierChangeRow>(
            "SELECT * FROM tier_change WHERE merchant_id = @m AND member_id = @member ORDER BY id DESC LIMIT 50",
            new { member }
        );
        var names = (await Ladder.Rung(db)).ToDictionary(r => r.Id, r => r.Name);
        var changes = new List<Change>();
        foreach (var r in rows)
            changes.Add(
                new(
                    names[r.FromTier],
                    names[r.ToTier],
                    r.How,
                    language == Language.Zh ? r.WhyZh : r.WhyEn,
                    r.StaffId is { } staff ? await OrgPublic.StaffName(db, staff) : null,
                    r.Reason,
                    r.At
                )
            );
        return changes;
    }
}

using System.ComponentModel.DataAnnotations;
using Shuke.Core.Rewards;
using Shuke.Server.Modules.Members;
using Shuke.Server.Modules.Org;
using Shuke.Server.Modules.Sales;

namespace Shuke.Server.Modules.Rewards;

/// <summary>
/// POST /members/{id}/referrer: staff note who brought a new member; both sides are rewarded by the rules, what looks odd
/// waits for a person. GET /members/{id}/referrals: who brought whom.
/// </summary>
public static class ReferMember
{
    /// <param name="Device">what names the friend's device or payment account, where one is known; kept as a keyed hash</param>
    public sealed record Request(MemberId InviterId, [StringLength(200)] string? Device = null);

    /// <param name="Suspect">why a person looks first; null = nothing odd</param>
    public sealed record Reply(ReferralId Id, string? Suspect);

    /// <summary>One friend on the list of a member.</summary>
    public sealed record Friend(MemberId MemberId, string Name, BusinessDay Day, bool Bought, string? Suspect);

    public sealed record Both(Friend? Inviter, IReadOnlyList<Friend> Friends);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .Post("/members/{id}/referrer", Permission.RewardsPlay, Handle)
            .WithSummary("Note who brought a new member.");
        routes.Get("/members/{id}/referrals", Permission.MembersView, List).WithSummary("Who brought whom.");
    }

    public static async Task<Outcome<Reply>> Handle(MemberId id, Request request, Tx tx, Caller caller, Vault vault)
    {
        if (await MembersPublic.Get(tx, id, caller.Language) is not { } friend)
            return CommonReasons.NotFound.With(("what", "会员"));
        if (await MembersPublic.Get(tx, request.InviterId, caller.Language) is not { } inviter)
            return CommonReasons.NotFound.With(("what", "推荐人"));
        if ((friend.WhyNot() ?? inviter.WhyNot()) is { } gone)
            return gone;
        var store = await Happenings.StoreOf(tx, caller.StoreId);
        var day = store.DayOf(tx.Now);
        var device = request.Device is { Length: > 0 } text ? vault.BlindIndex(tx.Merchant, "device", text) : null;
        await LockInviter(tx, inviter.Id);
        var facts = await Facts(tx, inviter, friend, device, store, day);
        var settings = await OrgPublic.Setting<RewardSettings>(tx);
        if (Referrals.Decide(facts, settings.Referral).No(out var plan, out var refusal))
            return refusal;

        var row = new ReferralRow(
            tx.Merchant,
            tx.NewId<Core.Kinds.Referral>(),
            inviter.Id,
            friend.Id,
            device,
            plan.Suspect?.Zh ?? "",
            plan.Suspect?.En ?? "",
            null,
            caller.StaffId,
            caller.StoreId,
            day,
            tx.Now
        );
        await tx.Insert(row);
        tx.ChangesConfiguration();
        foreach (var (side, member) in new[] { (Side.Member, inviter.Id), (Side.Friend, friend.Id) })
            await Happenings.Tell(
                tx,
                new($"referral:{row.Id}:{side}", Happening.Referred, member, day, tx.Now, store.Id, Side: side)
            );
        tx.Audit(
            new(
                caller,
                "member.referred",
                "member",
                friend.Id.ToString(),
                After: new { inviter = inviter.Id, row.SuspectZh }
            )
        );
        return new Reply(row.Id, Odd(row, caller.Language));
    }

    public static async Task<Outcome<Both>> List(MemberId id, DbRead db, Caller caller)
    {
        if (await MembersPublic.Get(db, id, caller.Language) is not { } member)
            return CommonReasons.NotFound.With(("what", "会员"));
        var rows = await db.All<ReferralRow>(
            "SELECT * FROM referral WHERE merchant_id = @m AND (inviter_id = @id OR friend_id = @id) ORDER BY id DESC LIMIT 200",
            new { id = member.Id }
        );
        var names = await MembersPublic.GetMany(
            db,
            rows.SelectMany(r => new[] { r.InviterId, r.FriendId }).Distinct().ToArray(),
            caller.Language
        );
        Friend Of(ReferralRow r, MemberId other) =>
            new(other, names[other].Name, r.Day, r.FirstOrderKey is not null, Odd(r, caller.Language));
        var brought = rows.FirstOrDefault(r => r.FriendId == member.Id);
        return new Both(
            brought is null ? null : Of(brought, brought.InviterId),
            [.. rows.Where(r => r.InviterId == member.Id).Select(r => Of(r, r.FriendId))]
        );
    }

    /// <summary>
    /// Whether any friend has yet to buy. Kept in memory: a new referral counts the configuration up, and one that is
    /// done is noticed with its next change.
    /// </summary>
    internal static async ValueTask<bool> AwaitPurchases(DbRead db) =>
        (
            await db.Kept(
                "",
                static async db => new Waiting(
                    await db.One<long?>(
                        "SELECT id FROM referral WHERE merchant_id = @m AND first_order_key IS NULL LIMIT 1"
                    )
                        is not null
                )
            )
        ).Any;

    private sealed record Waiting(bool Any);

    /// <summary>The friend of a referral bought for the first time: both sides hear of it, once.</summary>
    internal static async Task FirstPurchase(Tx tx, MemberId friend, string key, OrderPaid fact)
    {
        var row = await tx.One<ReferralRow>(
            """
            UPDATE referral SET first_order_key = @key
            WHERE merchant_id = @m AND friend_id = @friend AND first_order_key IS NULL RETURNING *
            """,
            new { friend, key }
        );
        if (row is null)
            return;
        foreach (var (side, member) in new[] { (Side.Member, row.InviterId), (Side.Friend, row.FriendId) })
            await Happenings.Tell(
                tx,
                new(
                    FirstKey(row.Id, side),
                    Happening.FriendPurchased,
                    member,
                    fact.Day,
                    fact.At,
                    fact.StoreId,
                    fact.Payable,
                    Side: side
                )
            );
    }

    internal static string FirstKey(ReferralId id, Side side) => $"referral:{id}:first:{side}";

    /// <summary>Two referrals of one member at once wait for each other, so that the limits of a day hold.</summary>
    private static Task LockInviter(Tx tx, MemberId inviter) =>
        tx.Execute(
            """
            INSERT INTO reward_counter (merchant_id, rule_id, member_id, period, unit, used) VALUES (@m, 0, @inviter, 'referrals', 'times', 1)
            ON CONFLICT (merchant_id, rule_id, member_id, period, unit) DO UPDATE SET used = reward_counter.used + 1
            """,
            new { inviter }
        );

    private static async Task<ReferralFacts> Facts(
        Tx tx,
        MemberInfo inviter,
        MemberInfo friend,
        byte[]? device,
        StoreInfo store,
        BusinessDay day
    )
    {
        var counts = await tx.One<(long Taken, long Back, long Today, long Ever)>(
            """
            SELECT
                (SELECT COUNT(*) FROM referral WHERE merchant_id = @m AND friend_id = @friend),
                (SELECT COUNT(*) FROM referral WHERE merchant_id = @m AND friend_id = @inviter AND inviter_id = @friend),
                (SELECT COUNT(*) FROM referral WHERE merchant_id = @m AND inviter_id = @inviter AND day = @day),
                (SELECT COUNT(*) FROM referral WHERE merchant_id = @m AND inviter_id = @inviter)
            """,
            new
            {
                friend = friend.Id,
                inviter = inviter.Id,
                day,
            }
        );
        var onDevice = device is null
            ? []
            : await tx.All<(MemberId Inviter, MemberId Friend)>(
                "SELECT inviter_id, friend_id FROM referral WHERE merchant_id = @m AND device = @device AND day > @since",
                new { device, since = day.AddDays(-30) }
            );
        var assets = await Ledger.LedgerPublic.Assets(tx);
        var balances = await Ledger.LedgerPublic.Balances(tx, friend.Id);
        return new(
            inviter.Id,
            friend.Id,
            counts.Taken > 0,
            counts.Back > 0,
            balances.GetValueOrDefault(assets[Core.Ledger.AssetCodes.Visits].Id),
            day.Date.DayNumber - store.DayOf(friend.CreatedAt).Date.DayNumber,
            (int)counts.Today,
            (int)counts.Ever,
            // The inviter came from this very device, as a friend of somebody else.
            onDevice.Any(d => d.Friend == inviter.Id),
            onDevice.Count
        );
    }

    private static string? Odd(ReferralRow row, Language language) =>
        row.SuspectZh.Length == 0 ? null
        : language == Language.Zh ? row.SuspectZh
        : row.SuspectEn;
}

using System.ComponentModel.DataAnnotations;
using Shuke.Core.Ledger;
using Shuke.Core.Membership;
using Shuke.Core.Sales;
using Shuke.Server.Modules.Ledger;
using Shuke.Server.Modules.Members;
using Shuke.Server.Modules.Org;
using Shuke.Server.Modules.Tiers;

namespace Shuke.Server.Modules.Sales;

/// <summary>
/// POST /memberships, /memberships/{id}/refund (and /preview), PUT /memberships/{id}/renewal: a paid membership is sold,
/// tried, given back by its remaining days, and set to renew itself from stored value.
/// </summary>
public static class SellMembership
{
    /// <param name="Payment">null for a free trial</param>
    /// <param name="AutoRenew">the member agreed that it is paid from stored value on its last day</param>
    public sealed record Request(
        ShiftId ShiftId,
        MemberId MemberId,
        MembershipPlanId PlanId,
        OnePayment? Payment = null,
        bool AutoRenew = false
    );

    public sealed record Reply(
        MembershipId Id,
        string Number,
        string Plan,
        BusinessDay First,
        BusinessDay Last,
        Money Paid,
        Money Change
    );

    public sealed record RefundRequest(ShiftId ShiftId, [StringLength(100, MinimumLength = 1)] string Reason);

    public sealed record RefundReply(
        MembershipId Id,
        Money Paid,
        Money Refund,
        int DaysUsed,
        int DaysLeft,
        int Days,
        bool InFull,
        Tender Tender,
        string? Method
    );

    public sealed record Renewal(bool AutoRenew);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .Post("/memberships", Permission.TillTopUp, Handle)
            .WithSummary("Sell a paid membership, or begin a trial.");
        routes
            .Ask("/memberships/{id}/refund/preview", Permission.TillTopUp, Preview)
            .WithSummary("What a membership is worth if it is given back today.");
        routes
            .Post("/memberships/{id}/refund", Permission.TillRefund, Refund)
            .WithSummary("Give a membership back by its remaining days.");
        routes
            .Post("/memberships/{id}/renewal", Permission.TillTopUp, Renew)
            .WithSummary("Renew a membership from stored value by itself, or not.");
    }

    public static async Task<Outcome<Reply>> Handle(Request request, Tx tx, Caller caller)
    {
        if ((await Shifts.Hold(tx, caller, request.ShiftId)).No(out var shift, out var refusal))
            return refusal;
        if (await MembersPublic.Get(tx, request.MemberId, caller.Language) is not { } member)
            return CommonReasons.NotFound.With(("what", "会员"));
        if (member.WhyNot() is { } whyNot)
            return whyNot;
        if (await MembershipPublic.Offer(tx, request.PlanId) is not { Active: true } offer)
            return TillReasons.PlanNotOnSale;
        var day = (await OrgPublic.Store(tx, caller.Store))!.DayOf(tx.Now);
        var book = await LedgerPublic.Lock(tx, await LedgerPublic.Assets(tx), member.Id);
        if ((await Decide(tx, member.Id, offer, request.Payment is null, day)).No(out var sold, out refusal))
            return refusal;
        return (
            await Write(
                tx,
                caller,
                shift.Id,
                caller.Store,
                member.Id,
                book,
                offer,
                sold,
                request.Payment,
                request.AutoRenew,
                day
            )
        ).No(out var reply, out refusal)
            ? refusal
            : reply;
    }

    private static async Task<Outcome<MembershipSold>> Decide(
        DbRead db,
        MemberId member,
        MembershipOffer offer,
        bool isTrial,
        BusinessDay day
    )
    {
        var terms = await MembershipPublic.Of(db, member);
        var running = terms.Where(t => t.State == MembershipState.Sold).Select(t => (BusinessDay?)t.Term.Last).Max();
        var had = terms.Any(t => t.PlanId == offer.Id);
        return isTrial
            ? Memberships.Try(offer.Terms, running, had, day)
            : Memberships.Buy(offer.Terms, running, terms.Any(t => t.PlanId == offer.Id && t.PackGiven), day);
    }

    /// <summary>One posting for the payment from stored value, the opening pack and the counter that tier rules look at.</summary>
    internal static async Task<Outcome<Reply>> Write(
        Tx tx,
        Caller caller,
        ShiftId? shift,
        StoreId storeId,
        MemberId member,
        Book book,
        MembershipOffer offer,
        MembershipSold sold,
        OnePayment? payment,
        bool autoRenew,
        BusinessDay day
    )
    {
        var moves = Moves.None;
        if (payment is not null)
        {
            if (SoldThings.Pay(book, payment, sold.Term.Paid, tx.Now, day).No(out moves, out var refusal))
                return refusal;
            var counter = await LedgerPublic.Counter(tx, AssetCodes.Memberships, "购买付费会员", "Memberships bought");
            if (book.Assets.Find(counter) is null)
                book = book with { Assets = await LedgerPublic.Assets(tx) };
            moves += Core.Ledger.Earn.Decide(book.Apply(moves), new(counter, 1, "membership", tx.Now, day)).Value;
        }
        if (sold.Pack is { } pack)
            moves += MembershipPublic.PackMoves(book.Apply(moves), pack, offer.Id, tx.Now, day);
        var id = tx.NewId<Core.Kinds.Membership>();
        var number = await Numbers.Membership(tx, storeId, day);
        PostingPlan? posting = null;
        if (!moves.IsEmpty)
            posting = await LedgerPublic.Post(
                tx,
                book,
                new(
                    "membership",
                    "membership",
                    $"{id}",
                    day,
                    shift is null ? "job" : "till",
                    storeId,
                    caller.StaffId,
                    number
                ),
                moves
            );
        await MembershipPublic.Enrol(tx, id, number, member, offer, sold, autoRenew, day);
        var change = payment is null
            ? Money.Zero
            : await SoldThings.Take(
                tx,
                SoldKind.Membership,
                id.Value,
                payment,
                sold.Term.Paid,
                posting?.Header.Id,
                shift,
                storeId,
                day
            );
        tx.Tell(
            new MembershipBought(
                tx.Merchant,
                storeId,
                id,
                member,
                offer.Id,
                sold.Term.Paid,
                sold.Term.Last,
                day,
                tx.Now
            )
        );
        var store = (await OrgPublic.Store(tx, storeId))!;
        if (posting is not null)
            await TiersPublic.Examine(tx, posting.After, member, store, "membership", $"{id}", caller.StaffId);
        return new Reply(id, number, offer.Terms.Name, sold.Term.First, sold.Term.Last, sold.Term.Paid, change);
    }

    public static async Task<Outcome<RefundReply>> Preview(MembershipId id, DbRead db, Caller caller) =>
        (await Look(db, id, caller)).No(out var look, out var refusal) ? refusal : View(look);

    public static async Task<Outcome<RefundReply>> Refund(MembershipId id, RefundRequest request, Tx tx, Caller caller)
    {
        if ((await Shifts.Hold(tx, caller, request.ShiftId)).No(out var shift, out var refusal))
            return refusal;
        if (await MembershipPublic.Find(tx, id) is not { } found)
            return CommonReasons.NotFound.With(("what", "付费会员"));
        var book = await LedgerPublic.Lock(tx, await LedgerPublic.Assets(tx), found.MemberId);
        if ((await Look(tx, id, caller)).No(out var look, out refusal))
            return refusal;
        if (look.Decided.Refund.Fen > caller.LimitOf(Limit.RefundFen))
            return HttpReasons.ApprovalRequired.With(
                ("limit", $"{new Money(Math.Min(caller.LimitOf(Limit.RefundFen), Money.FenMax))} 元")
            );
        // Under the book's lock: of two tills that give the same term back, one comes too late here.
        if (!await MembershipPublic.End(tx, id))
            return TillReasons.SoldRefunded;
        if (
            (await SoldThings.GiveBack(tx, look.Paid, book, look.Decided.Refund, look.Day)).No(
                out var back,
                out refusal
            )
        )
            return refusal;
        PostingPlan? posting = null;
        if (!back.Moves.IsEmpty)
            posting = await LedgerPublic.Post(
                tx,
                back.Book,
                new(
                    "membership_refund",
                    "membership",
                    $"{id}",
                    look.Day,
                    "till",
                    caller.Store,
                    caller.Staff,
                    request.Reason,
                    look.Paid.PostingId
                ),
                back.Moves
            );
        await SoldThings.WriteBack(
            tx,
            look.Paid,
            look.Decided.Refund,
            posting?.Header.Id,
            shift.Id,
            caller.Store,
            look.Day
        );
        tx.Audit(
            new(
                caller,
                "membership.refunded",
                "membership",
                $"{id}",
                After: new { found.Number, look.Decided.Refund },
                Reason: request.Reason
            )
        );
        return View(look);
    }

    public static async Task<Outcome<Renewal>> Renew(MembershipId id, Renewal request, Tx tx, Caller caller)
    {
        if (await MembershipPublic.Find(tx, id) is not { State: MembershipState.Sold } found)
            return CommonReasons.NotFound.With(("what", "付费会员"));
        await MembershipPublic.SetRenewal(tx, id, request.AutoRenew);
        tx.Audit(new(caller, "membership.renewal_set", "membership", $"{id}", new { found.AutoRenew }, request));
        return request;
    }

    private sealed record Looked(MembershipInfo Info, SoldPaymentRow Paid, MembershipRefund Decided, BusinessDay Day);

    private static async Task<Outcome<Looked>> Look(DbRead db, MembershipId id, Caller caller)
    {
        if (caller.StoreId is null)
            return HttpReasons.StoreNeeded;
        if (await MembershipPublic.Find(db, id) is not { } info)
            return CommonReasons.NotFound.With(("what", "付费会员"));
        if (info.State == MembershipState.Refunded)
            return TillReasons.SoldRefunded;
        var day = (await OrgPublic.Store(db, caller.Store))!.DayOf(db.Now);
        var used = info.PackGiven || (await ShowMemberships.SavedBy(db, info)).IsPositive;
        if (Memberships.Refund(info.Term, info.BoughtOn, used, day).No(out var decided, out var refusal))
            return refusal;
        return new Looked(info, (await SoldThings.Taken(db, SoldKind.Membership, id.Value))!, decided, day);
    }

    private static RefundReply View(Looked look) =>
        new(
            look.Info.Id,
            look.Info.Term.Paid,
            look.Decided.Refund,
            look.Decided.DaysUsed,
            look.Decided.DaysLeft,
            look.Decided.Days,
            look.Decided.InFull,
            look.Paid.Tender,
            look.Paid.Method
        );
}

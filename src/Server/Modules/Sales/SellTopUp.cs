using System.ComponentModel.DataAnnotations;
using Shuke.Core.Ledger;
using Shuke.Core.Sales;
using Shuke.Server.Modules.Ledger;
using Shuke.Server.Modules.Members;
using Shuke.Server.Modules.Org;
using Shuke.Server.Modules.Tiers;

namespace Shuke.Server.Modules.Sales;

/// <summary>POST /topups: a member pays stored value in, by a plan or any amount; bonus, points and tier follow at once.</summary>
public static class SellTopUp
{
    /// <param name="PlanId">null: any amount, without bonus; then <paramref name="Pay"/> says how much</param>
    public sealed record Request(
        ShiftId ShiftId,
        MemberId MemberId,
        Tender Tender,
        TopUpPlanId? PlanId = null,
        Money? Pay = null,
        Money? Tendered = null,
        [StringLength(20)] string? Method = null,
        [StringLength(60)] string? Reference = null
    );

    public sealed record Reply(
        TopUpId TopUpId,
        string Number,
        Money Pay,
        Money Bonus,
        Points Points,
        Money Change,
        Money StoredValue,
        SellCart.MovedView? TierMoved
    );

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .Money("/topups", Permission.TillTopUp, Handle, (Action<Request, Ahead>)WantAhead)
            .WithSummary("Sell a top-up.");

    private static void WantAhead(Request request, Ahead ahead)
    {
        Shifts.Ahead(ahead, request.ShiftId);
        MembersPublic.Ahead(ahead, request.MemberId);
        TiersPublic.Ahead(ahead, request.MemberId);
        LedgerPublic.Ahead(ahead, request.MemberId);
    }

    public static async Task<Outcome<Reply>> Handle(Request request, Tx tx, Caller caller)
    {
        if ((await Shifts.Hold(tx, caller, request.ShiftId)).No(out var shift, out var refusal))
            return refusal;
        if (request.Tender is not (Tender.Cash or Tender.Recorded))
            return TillReasons.TopUpTender;
        if (await MembersPublic.Get(tx, request.MemberId, caller.Language) is not { } member)
            return CommonReasons.NotFound.With(("what", "会员"));
        if (member.WhyNot() is { } whyNot)
            return whyNot;
        var store = (await OrgPublic.Store(tx, caller.Store))!;
        var day = store.DayOf(tx.Now);
        var book = await LedgerPublic.Lock(tx, await LedgerPublic.Assets(tx), member.Id);
        if ((await Terms(tx, request, book, day)).No(out var terms, out refusal))
            return refusal;
        var pay = request.Pay ?? terms.Plan.FixedPay ?? Money.Zero;
        if (
            TopUp
                .Decide(book, new TopUpCommand(pay, terms.Plan, CardLimits.Shipped, tx.Now, day))
                .No(out var topUp, out refusal)
        )
            return refusal;
        var tendered = request.Tender == Tender.Cash ? request.Tendered ?? pay : pay;
        if (tendered < pay)
            return SalesReasons.PaymentMismatch.With(
                ("due", pay.Fen),
                ("paid", tendered.Fen),
                ("short", (pay - tendered).Fen)
            );
        if (pay.Fen > caller.LimitOf(Limit.TopUpFen))
            return HttpReasons.ApprovalRequired.With(("limit", $"{new Money(caller.LimitOf(Limit.TopUpFen))} 元"));

        var id = tx.NewId<Core.Kinds.TopUp>();
        var number = await Numbers.TopUp(tx, caller.Store, day);
        var counted = Core.Ledger.Earn.Decide(
            book.Apply(topUp.Moves),
            new(book.Assets[AssetCodes.ToppedUp].Id, pay.Fen, terms.Plan.Rule, tx.Now, day)
        );
        var posting = await LedgerPublic.Post(
            tx,
            book,
            new PostingNote("topup", "topup", id.ToString(), day, "till", caller.Store, caller.Staff, number),
            topUp.Moves + counted.Value
        );
        await Write(tx, caller, request, member.Id, terms, topUp, id, number, shift, day, tendered, posting.Header.Id);
        var jumped = topUp.TierJump is { } tier
            ? await TiersPublic.Give(tx, posting.After, member.Id, store, tier, "topup", id.ToString(), caller.Staff)
            : null;
        var held = jumped?.Book ?? posting.After;
        var moved =
            await TiersPublic.Examine(tx, held, member.Id, store, "topup", id.ToString(), caller.Staff) ?? jumped;
        tx.Tell(new ToppedUp(tx.Merchant, caller.Store, id, member.Id, pay, topUp.Bonus, day, tx.Now));
        var after = moved?.Book ?? held;
        return new Reply(
            id,
            number,
            pay,
            topUp.Bonus,
            new Points(topUp.Points),
            tendered - pay,
            new Money(after.Balance(after.Assets.Principal.Id) + after.Balance(after.Assets.Bonus.Id)),
            SellCart.MovedView.Of(moved, caller.Language)
        );
    }

    private static async Task<Outcome<(string Name, TopUpTerms Plan)>> Terms(
        DbRead db,
        Request request,
        Book book,
        BusinessDay day
    )
    {
        if (request.PlanId is not { } id)
            return ("", TopUpTerms.FreeAmount);
        if (await LedgerPublic.Plan(db, id) is not { } plan || !plan.IsOnSale(day))
            return TillReasons.PlanNotOnSale;
        if (plan.FirstOnly && book.Balance(book.Assets[AssetCodes.ToppedUp].Id) > 0)
            return TillReasons.PlanFirstOnly;
        return (plan.Name, plan.Terms());
    }

    private static async Task Write(
        Tx tx,
        Caller caller,
        Request request,
        MemberId member,
        (string Name, TopUpTerms Plan) terms,
        Core.Ledger.ToppedUp topUp,
        TopUpId id,
        string number,
        ShiftRow shift,
        BusinessDay day,
        Money tendered,
        PostingId posting
    )
    {
        var m = tx.Merchant;
        await tx.Insert(
            new TopUpRow(
                m,
                id,
                number,
                member,
                request.PlanId,
                terms.Name,
                topUp.Principal,
                topUp.Bonus,
                new Points(topUp.Points),
                TopUpState.Paid,
                caller.Store,
                shift.Id,
                caller.Staff,
                caller.ApprovedBy,
                posting,
                day,
                tx.Now
            )
        );
        await tx.Insert(
            new OtherPaymentRow(
                m,
                tx.NewId<Core.Kinds.Payment>(),
                PaymentDocument.Topup,
                id.Value,
                1,
                request.Tender,
                request.Tender == Tender.Cash ? null : request.Method,
                topUp.Principal,
                tendered,
                tendered - topUp.Principal,
                Points.Zero,
                Money.Zero,
                Money.Zero,
                request.Reference,
                shift.Id,
                caller.Store,
                day,
                tx.Now
            )
        );
    }
}

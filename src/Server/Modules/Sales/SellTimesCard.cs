using System.ComponentModel.DataAnnotations;
using Shuke.Core.Ledger;
using Shuke.Core.Sales;
using Shuke.Server.Modules.Ledger;
using Shuke.Server.Modules.Members;
using Shuke.Server.Modules.Org;

namespace Shuke.Server.Modules.Sales;

/// <summary>
/// Times cards at the till: POST /times-cards sells one, /times-cards/use ticks uses off, also of a family member's card,
/// /times-cards/{id}/refund (and /preview) gives one back by the law's formula; GET and POST /members/{id}/times.
/// </summary>
public static class SellTimesCard
{
    public sealed record Request(ShiftId ShiftId, MemberId MemberId, TimesCardId CardId, OnePayment Payment);

    public sealed record Reply(
        TimesSaleId Id,
        string Number,
        string Card,
        int Uses,
        BusinessDay? Until,
        Money Paid,
        Money Change
    );

    /// <param name="OwnerId">whose card it is</param>
    /// <param name="MemberId">who is being served; the owner, or one the owner shares with</param>
    public sealed record UseRequest(
        MemberId OwnerId,
        MemberId MemberId,
        AssetId AssetId,
        [Range(1, 100)] int Count,
        [StringLength(100)] string Note = ""
    );

    public sealed record UseReply(string Card, int Used, long Remaining);

    public sealed record RefundRequest(RefundBasis Basis);

    public sealed record GiveBack(
        ShiftId ShiftId,
        RefundBasis Basis,
        [StringLength(100, MinimumLength = 1)] string Reason
    );

    public sealed record RefundReply(
        TimesSaleId Id,
        Money Paid,
        long Uses,
        long Used,
        Money UsedValue,
        Money Refund,
        RefundBasis Basis,
        Tender Tender,
        string? Method
    );

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Post("/times-cards", Permission.TillTopUp, Handle).WithSummary("Sell a times card.");
        routes.Post("/times-cards/use", Permission.TillSell, Use).WithSummary("Tick off uses of a times card.");
        routes
            .Ask("/times-cards/{id}/refund/preview", Permission.TillTopUp, Preview)
            .WithSummary("What a times card is worth if it is given back today.");
        routes.Post("/times-cards/{id}/refund", Permission.TillRefund, Refund).WithSummary("Give a times card back.");
    }

    public static async Task<Outcome<Reply>> Handle(Request request, Tx tx, Caller caller)
    {
        if ((await Shifts.Hold(tx, caller, request.ShiftId)).No(out var shift, out var refusal))
            return refusal;
        if (await MembersPublic.Get(tx, request.MemberId, caller.Language) is not { } member)
            return CommonReasons.NotFound.With(("what", "会员"));
        if (member.WhyNot() is { } whyNot)
            return whyNot;
        if (await LedgerPublic.TimesCard(tx, request.CardId) is not { Active: true } card)
            return TillReasons.PlanNotOnSale;
        var day = (await OrgPublic.Store(tx, caller.Store))!.DayOf(tx.Now);
        var book = await LedgerPublic.Lock(tx, await LedgerPublic.Assets(tx), member.Id);
        if (SoldThings.Pay(book, request.Payment, card.Terms.Pay, tx.Now, day).No(out var paid, out refusal))
            return refusal;
        if (SellTimes.Decide(book.Apply(paid), card.Terms, tx.Now, day).No(out var given, out refusal))
            return refusal;

        var id = tx.NewId<Core.Kinds.TimesSale>();
        var number = await Numbers.TimesCard(tx, caller.Store, day);
        var posting = await LedgerPublic.Post(
            tx,
            book,
            new("times_card", "times_card", $"{id}", day, "till", caller.Store, caller.Staff, number),
            paid + given
        );
        var lot = posting.NewLots.Single(l => l.Asset == card.Terms.Asset);
        await tx.Insert(
            new TimesSaleRow(
                tx.Merchant,
                id,
                number,
                member.Id,
                card.Id,
                card.Name,
                lot.Id,
                card.Terms.Uses,
                card.Terms.Pay,
                SoldState.Sold,
                day,
                tx.Now
            )
        );
        var change = await SoldThings.Take(
            tx,
            SoldKind.TimesCard,
            id.Value,
            request.Payment,
            card.Terms.Pay,
            posting.Header.Id,
            shift.Id,
            caller.Store,
            day
        );
        return new Reply(id, number, card.Name, card.Terms.Uses, lot.ExpiresOn, card.Terms.Pay, change);
    }

    public static async Task<Outcome<UseReply>> Use(UseRequest request, Tx tx, Caller caller)
    {
        if (caller.StoreId is null)
            return HttpReasons.StoreNeeded;
        if (await MembersPublic.Get(tx, request.OwnerId, caller.Language) is not { } owner)
            return CommonReasons.NotFound.With(("what", "会员"));
        if (owner.WhyNot() is { } whyNot)
            return whyNot;
        if (await MembersPublic.Get(tx, request.MemberId, caller.Language) is not { } served)
            return CommonReasons.NotFound.With(("what", "会员"));
        if (served.Id != owner.Id && !await ShareTimes.IsShared(tx, owner.Id, served.Id, request.AssetId))
            return TillReasons.TimesNotShared.With(("owner", owner.Name), ("member", served.Name));
        var infos = await LedgerPublic.AssetInfos(tx);
        if (infos.FirstOrDefault(a => a.Asset.Id == request.AssetId) is not { } info)
            return CommonReasons.NotFound.With(("what", "次卡"));
        var day = (await OrgPublic.Store(tx, caller.Store))!.DayOf(tx.Now);
        var book = await LedgerPublic.Lock(tx, new AssetSet([.. infos.Select(a => a.Asset)]), owner.Id);
        var command = new SpendLotsCommand(request.AssetId, request.Count, tx.Now, day, Counters.Service);
        if (SpendTimes.Decide(book, command).No(out var moves, out var refusal))
            return refusal;
        var note = new PostingNote(
            "times_use",
            "service",
            $"{tx.NewId()}",
            day,
            "till",
            caller.Store,
            caller.Staff,
            served.Id == owner.Id ? request.Note : $"{served.Name} {request.Note}".Trim()
        );
        var posting = await LedgerPublic.Post(tx, book, note, moves);
        return new UseReply(info.Name(caller.Language), request.Count, posting.After.Balance(request.AssetId));
    }

    public static async Task<Outcome<RefundReply>> Preview(
        TimesSaleId id,
        RefundRequest request,
        DbRead db,
        Caller caller
    )
    {
        if (await Find(db, id) is not { } sale)
            return CommonReasons.NotFound.With(("what", "次卡"));
        var book = (await LedgerPublic.Read(db, await LedgerPublic.Assets(db), sale.MemberId))!;
        return (await Look(db, sale, book, request.Basis, caller)).No(out var look, out var refusal)
            ? refusal
            : View(sale, look.Decided, look.Paid);
    }

    public static async Task<Outcome<RefundReply>> Refund(TimesSaleId id, GiveBack request, Tx tx, Caller caller)
    {
        if ((await Shifts.Hold(tx, caller, request.ShiftId)).No(out var shift, out var refusal))
            return refusal;
        if (await Find(tx, id) is not { } sale)
            return CommonReasons.NotFound.With(("what", "次卡"));
        var book = await LedgerPublic.Lock(tx, await LedgerPublic.Assets(tx), sale.MemberId);
        if ((await Look(tx, sale, book, request.Basis, caller)).No(out var look, out refusal))
            return refusal;
        if (look.Decided.Refund.Fen > caller.LimitOf(Limit.RefundFen))
            return HttpReasons.ApprovalRequired.With(
                ("limit", $"{new Money(Math.Min(caller.LimitOf(Limit.RefundFen), Money.FenMax))} 元")
            );
        var ended = await tx.Execute(
            "UPDATE times_sale SET state = 'refunded' WHERE merchant_id = @m AND id = @id AND state = 'sold'",
            new { id }
        );
        if (ended == 0)
            return TillReasons.SoldRefunded;
        var after = look.Book.Apply(look.Decided.Moves);
        if (
            (await SoldThings.GiveBack(tx, look.Paid, after, look.Decided.Refund, look.Day)).No(
                out var back,
                out refusal
            )
        )
            return refusal;
        book = await LedgerPublic.WithLots(tx, look.Book, back.Book.Lots.Select(l => l.Id).Where(l => l.Value > 0));
        var posting = await LedgerPublic.Post(
            tx,
            book,
            new(
                "times_refund",
                "times_card",
                $"{id}",
                look.Day,
                "till",
                caller.Store,
                caller.Staff,
                request.Reason,
                look.Paid.PostingId
            ),
            look.Decided.Moves + back.Moves
        );
        await SoldThings.WriteBack(
            tx,
            look.Paid,
            look.Decided.Refund,
            posting.Header.Id,
            shift.Id,
            caller.Store,
            look.Day
        );
        tx.Audit(
            new(
                caller,
                "times_card.refunded",
                "times_card",
                $"{id}",
                After: new
                {
                    sale.Number,
                    look.Decided.Refund,
                    look.Decided.Basis,
                },
                Reason: request.Reason
            )
        );
        return View(sale, look.Decided, look.Paid);
    }

    private sealed record Looked(TimesRefund Decided, SoldPaymentRow Paid, Book Book, BusinessDay Day);

    private static async Task<Outcome<Looked>> Look(
        DbRead db,
        TimesSaleRow sale,
        Book book,
        RefundBasis basis,
        Caller caller
    )
    {
        if (caller.StoreId is null)
            return HttpReasons.StoreNeeded;
        if (sale.State == SoldState.Refunded)
            return TillReasons.SoldRefunded;
        var day = (await OrgPublic.Store(db, caller.Store))!.DayOf(db.Now);
        book = await LedgerPublic.WithLots(db, book, [sale.LotId]);
        if (RefundTimes.Decide(book, sale.LotId, basis, sale.Day, db.Now, day).No(out var decided, out var refusal))
            return refusal;
        return new Looked(decided, (await SoldThings.Taken(db, SoldKind.TimesCard, sale.Id.Value))!, book, day);
    }

    internal static Task<TimesSaleRow?> Find(DbRead db, TimesSaleId id) =>
        db.One<TimesSaleRow>("SELECT * FROM times_sale WHERE merchant_id = @m AND id = @id", new { id });

    private static RefundReply View(TimesSaleRow sale, TimesRefund r, SoldPaymentRow paid) =>
        new(sale.Id, r.Paid, r.Uses, r.Used, r.UsedValue, r.Refund, r.Basis, paid.Tender, paid.Method);
}

/// <summary>GET, POST /members/{id}/times: the times cards a member can use, own and shared, and whom they share theirs with.</summary>
public static class ShareTimes
{
    /// <param name="SaleId">the sale it came from; null for a voucher that was given</param>
    public sealed record Card(
        MemberId OwnerId,
        string Owner,
        AssetId AssetId,
        string Name,
        long Remaining,
        BusinessDay? Until,
        TimesSaleId? SaleId,
        string? Number
    );

    public sealed record Person(MemberId Id, string Name);

    public sealed record Reply(IReadOnlyList<Card> Cards, IReadOnlyList<Person> SharedWith);

    public sealed record Request(MemberId WithId, bool Shares);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Get("/members/{id}/times", Permission.TillSell, Show).WithSummary("Times cards a member can use.");
        routes
            .Post("/members/{id}/times", Permission.TillTopUp, Handle)
            .WithSummary("Share a member's times cards with another, or stop.");
    }

    public static async Task<Outcome<Reply>> Show(MemberId id, DbRead db, Caller caller)
    {
        if (await MembersPublic.Get(db, id, caller.Language) is not { } member)
            return CommonReasons.NotFound.With(("what", "会员"));
        var stores = await OrgPublic.Stores(db);
        var day = (stores.FirstOrDefault(s => s.Id == caller.StoreId) ?? stores[0]).DayOf(db.Now);
        var owners = await db.All<MemberId>(
            "SELECT member_id FROM times_share WHERE merchant_id = @m AND with_member = @member ORDER BY member_id",
            new { member = member.Id }
        );
        var infos = (await LedgerPublic.AssetInfos(db)).Where(a => a.Asset.Kind == AssetKind.Times).ToList();
        var assets = await LedgerPublic.Assets(db);
        var cards = new List<Card>();
        foreach (var owner in owners.Prepend(member.Id))
        {
            var name =
                owner == member.Id ? member.Name : (await MembersPublic.Get(db, owner, caller.Language))?.Name ?? "";
            var sales = await db.All<TimesSaleRow>(
                "SELECT * FROM times_sale WHERE merchant_id = @m AND member_id = @owner AND state = 'sold'",
                new { owner }
            );
            var book = (await LedgerPublic.Read(db, assets, owner))!;
            foreach (var lot in book.Lots.Where(l => l.Remaining > 0 && l.IsUsable(db.Now, day)))
                if (infos.FirstOrDefault(i => i.Asset.Id == lot.Asset) is { } info)
                {
                    var sale = sales.FirstOrDefault(s => s.LotId == lot.Id);
                    // Vouchers that were given stay with the one who got them.
                    if (owner == member.Id || sale is not null)
                        cards.Add(
                            new(
                                owner,
                                name,
                                lot.Asset,
                                info.Name(caller.Language),
                                lot.Remaining,
                                lot.ExpiresOn,
                                sale?.Id,
                                sale?.Number
                            )
                        );
                }
        }
        var people = await db.All<MemberId>(
            "SELECT with_member FROM times_share WHERE merchant_id = @m AND member_id = @member ORDER BY with_member",
            new { member = member.Id }
        );
        var names = await MembersPublic.GetMany(db, people, caller.Language);
        return new Reply(cards, [.. people.Where(names.ContainsKey).Select(p => new Person(p, names[p].Name))]);
    }

    public static async Task<Outcome<Reply>> Handle(MemberId id, Request request, Tx tx, Caller caller)
    {
        if (
            await MembersPublic.Get(tx, id, caller.Language) is not { } member
            || await MembersPublic.Get(tx, request.WithId, caller.Language) is not { } other
        )
            return CommonReasons.NotFound.With(("what", "会员"));
        if (member.Id == other.Id)
            return TillReasons.TimesShareSelf;
        await tx.Execute(
            request.Shares
                ? "INSERT INTO times_share (merchant_id, member_id, with_member, at) VALUES (@m, @member, @with, @now) ON CONFLICT DO NOTHING"
                : "DELETE FROM times_share WHERE merchant_id = @m AND member_id = @member AND with_member = @with AND @now > 0",
            new
            {
                member = member.Id,
                with = other.Id,
                now = tx.Now,
            }
        );
        tx.Audit(
            new(caller, request.Shares ? "times.shared" : "times.unshared", "member", $"{member.Id}", After: request)
        );
        return await Show(member.Id, tx, caller);
    }

    /// <summary>Cards that were bought are shared; vouchers that were given stay with the one who got them.</summary>
    internal static async Task<bool> IsShared(DbRead db, MemberId owner, MemberId with, AssetId asset)
    {
        var cards = await db.All<TimesCardId>(
            """
            SELECT DISTINCT s.card_id FROM times_sale s
            JOIN times_share f ON f.merchant_id = s.merchant_id AND f.member_id = s.member_id AND f.with_member = @with
            WHERE s.merchant_id = @m AND s.member_id = @owner AND s.state = 'sold'
            """,
            new { owner, with }
        );
        foreach (var card in cards)
            if ((await LedgerPublic.TimesCard(db, card))?.Terms.Asset == asset)
                return true;
        return false;
    }
}

public enum SoldState
{
    Sold,
    Refunded,
}

[Table("times_sale")]
internal sealed record TimesSaleRow(
    MerchantId MerchantId,
    TimesSaleId Id,
    string Number,
    MemberId MemberId,
    TimesCardId CardId,
    string CardName,
    LotId LotId,
    int Uses,
    Money Paid,
    SoldState State,
    BusinessDay Day,
    Instant At
);

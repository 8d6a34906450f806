using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using Shuke.Core.Ledger;
using Shuke.Core.Sales;
using Shuke.Server.Modules.Ledger;
using Shuke.Server.Modules.Members;
using Shuke.Server.Modules.Org;

namespace Shuke.Server.Modules.Sales;

/// <summary>
/// Gifts of stored value and gift cards: POST /gifts sends one from a member, POST /gift-cards sells one to anybody; POST
/// /gifts/claim puts either onto a member's card by its code; /gifts/{id}/take-back and the night return what nobody
/// claimed. The code follows from a key of the server and the gift's id, so nothing that opens a gift lies in the database.
/// </summary>
public static class ValueGifts
{
    public const string Kind = "gifts.return";
    private const int CodeLength = 16;
    private static readonly Money CardMax = CardLimits.Shipped.Anonymous;

    /// <summary>Unregistered cards are good for at least three years (single-purpose prepaid cards).</summary>
    private const int CardYears = 3;

    public sealed record SendRequest(
        MemberId MemberId,
        Money Amount,
        [StringLength(100)] string Message = "",
        [Range(1, 90)] int Days = 7
    );

    public sealed record SellRequest(
        ShiftId ShiftId,
        Money Amount,
        OnePayment Payment,
        [StringLength(100)] string Message = ""
    );

    /// <param name="Code">what the link carries; whoever has it can claim</param>
    public sealed record Made(
        ValueGiftId Id,
        string Number,
        string Code,
        Money Amount,
        BusinessDay Until,
        Money Change
    );

    public sealed record ClaimRequest([StringLength(40, MinimumLength = 8)] string Code, MemberId MemberId);

    public sealed record Claimed(string Number, Money Amount, string Message, string? From, Money StoredValue);

    public sealed record GiveBackRequest(ShiftId ShiftId, [StringLength(100, MinimumLength = 1)] string Reason);

    public sealed record Item(
        ValueGiftId Id,
        GiftKind Kind,
        string Number,
        Money Amount,
        string Message,
        string? From,
        GiftState State,
        string? ClaimedBy,
        BusinessDay Until,
        Instant At
    );

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Get("/gifts", Permission.TillSell, List).WithSummary("Gifts and gift cards, the newest first.");
        routes
            .Post("/gifts", Permission.TillTopUp, Send)
            .WithSummary("Give stored value from a member to whoever has the link.");
        routes.Post("/gift-cards", Permission.TillTopUp, Handle).WithSummary("Sell a gift card.");
        routes.Post("/gifts/claim", Permission.TillTopUp, Claim).WithSummary("Put a gift onto a member's card.");
        routes
            .Post("/gifts/{id}/take-back", Permission.TillTopUp, TakeBack)
            .WithSummary("Take an unclaimed gift back.");
        routes
            .Post("/gift-cards/{id}/refund", Permission.TillRefund, Refund)
            .WithSummary("Give an unclaimed gift card back.");
    }

    public static async Task<Outcome<IReadOnlyList<Item>>> List(MemberId? memberId, DbRead db, Caller caller)
    {
        var rows = await db.All<ValueGiftRow>(
            memberId is null
                ? "SELECT * FROM value_gift WHERE merchant_id = @m AND @member = 0 ORDER BY id DESC LIMIT 200"
                : "SELECT * FROM value_gift WHERE merchant_id = @m AND (from_member = @member OR claimed_by = @member) ORDER BY id DESC LIMIT 200",
            new { member = memberId ?? default }
        );
        var ids = rows.SelectMany(r => new[] { r.FromMember, r.ClaimedBy }).OfType<MemberId>().Distinct().ToList();
        var names = await MembersPublic.GetMany(db, ids, caller.Language);
        string? NameOf(MemberId? id) => id is { } known ? names.GetValueOrDefault(known)?.Name : null;
        return rows.ConvertAll(r => new Item(
            r.Id,
            r.Kind,
            r.Number,
            r.Amount,
            r.Message,
            NameOf(r.FromMember),
            r.State,
            NameOf(r.ClaimedBy),
            r.ExpiresOn,
            r.At
        ));
    }

    public static async Task<Outcome<Made>> Send(SendRequest request, Tx tx, Caller caller, Vault vault)
    {
        if (caller.StoreId is null)
            return HttpReasons.StoreNeeded;
        if (await MembersPublic.Get(tx, request.MemberId, caller.Language) is not { } member)
            return CommonReasons.NotFound.With(("what", "会员"));
        if (member.WhyNot() is { } whyNot)
            return whyNot;
        var day = (await OrgPublic.Store(tx, caller.Store))!.DayOf(tx.Now);
        var book = await LedgerPublic.Lock(tx, await LedgerPublic.Assets(tx), member.Id);
        if (SendGift.Decide(book, request.Amount, tx.Now, day).No(out var moves, out var refusal))
            return refusal;
        var id = tx.NewId<Core.Kinds.ValueGift>();
        var number = await Numbers.GiftCard(tx, caller.Store, day);
        var posting = await LedgerPublic.Post(
            tx,
            book,
            new("gift_sent", "gift", $"{id}", day, "till", caller.Store, caller.Staff, number),
            moves
        );
        var code = CodeOf(vault, tx.Merchant, id);
        var until = day.AddDays(request.Days);
        await tx.Insert(
            Row(tx, vault, id, GiftKind.Member, number, code, request.Amount, request.Message, caller, until) with
            {
                FromMember = member.Id,
                SentPosting = posting.Header.Id,
            }
        );
        tx.Audit(new(caller, "gift.sent", "member", $"{member.Id}", After: new { number, request.Amount }));
        return new Made(id, number, code, request.Amount, until, Money.Zero);
    }

    public static async Task<Outcome<Made>> Handle(SellRequest request, Tx tx, Caller caller, Vault vault)
    {
        if ((await Shifts.Hold(tx, caller, request.ShiftId)).No(out var shift, out var refusal))
            return refusal;
        if (!request.Amount.IsPositive || request.Amount > CardMax)
            return CommonReasons.AmountOutOfRange.With(("max", CardMax.Fen));
        var day = (await OrgPublic.Store(tx, caller.Store))!.DayOf(tx.Now);
        if (SoldThings.Pay(null, request.Payment, request.Amount, tx.Now, day).No(out _, out refusal))
            return refusal;
        var id = tx.NewId<Core.Kinds.ValueGift>();
        var number = await Numbers.GiftCard(tx, caller.Store, day);
        var code = CodeOf(vault, tx.Merchant, id);
        var until = day.AddMonths(12 * CardYears);
        await tx.Insert(
            Row(tx, vault, id, GiftKind.Card, number, code, request.Amount, request.Message, caller, until)
        );
        var change = await SoldThings.Take(
            tx,
            SoldKind.GiftCard,
            id.Value,
            request.Payment,
            request.Amount,
            null,
            shift.Id,
            caller.Store,
            day
        );
        return new Made(id, number, code, request.Amount, until, change);
    }

    public static async Task<Outcome<Claimed>> Claim(ClaimRequest request, Tx tx, Caller caller, Vault vault)
    {
        if (await MembersPublic.Get(tx, request.MemberId, caller.Language) is not { } member)
            return CommonReasons.NotFound.With(("what", "会员"));
        if (member.WhyNot() is { } whyNot)
            return whyNot;
        var stores = await OrgPublic.Stores(tx);
        var day = (stores.FirstOrDefault(s => s.Id == caller.StoreId) ?? stores[0]).DayOf(tx.Now);
        var book = await LedgerPublic.Lock(tx, await LedgerPublic.Assets(tx), member.Id);
        // The state changes first: of two who claim at once the second finds nothing open.
        var gift = await tx.One<ValueGiftRow>(
            """
            UPDATE value_gift SET state = 'claimed', claimed_by = @member, closed_at = @now
            WHERE merchant_id = @m AND code_hash = @hash AND state = 'open' AND expires_on >= @day RETURNING *
            """,
            new
            {
                member = member.Id,
                now = tx.Now,
                hash = HashOf(vault, tx.Merchant, request.Code),
                day,
            }
        );
        if (gift is null)
            return TillReasons.GiftNotOpen;
        var counter = gift.Kind == GiftKind.Card ? Counters.Plan : Counters.Transfer;
        if (
            ClaimGift
                .Decide(book, gift.Amount, counter, $"gift:{gift.Id}", CardLimits.Shipped, tx.Now, day)
                .No(out var moves, out var refusal)
        )
            return refusal;
        var posting = await LedgerPublic.Post(
            tx,
            book,
            new("gift_claimed", "gift", $"{gift.Id}", day, "till", caller.StoreId, caller.Staff, gift.Number),
            moves
        );
        var from = gift.FromMember is { } giver ? (await MembersPublic.Get(tx, giver, caller.Language))?.Name : null;
        var after = posting.After;
        return new Claimed(
            gift.Number,
            gift.Amount,
            gift.Message,
            from,
            new(after.Balance(after.Assets.Principal.Id) + after.Balance(after.Assets.Bonus.Id))
        );
    }

    public static async Task<Outcome<Done>> TakeBack(ValueGiftId id, Tx tx, Caller caller)
    {
        if (await Find(tx, id) is not { FromMember: not null } gift)
            return CommonReasons.NotFound.With(("what", "礼物"));
        var stores = await OrgPublic.Stores(tx);
        var day = (stores.FirstOrDefault(s => s.Id == caller.StoreId) ?? stores[0]).DayOf(tx.Now);
        if (!await Return(tx, gift, day))
            return TillReasons.GiftNotOpen;
        tx.Audit(
            new(caller, "gift.taken_back", "member", $"{gift.FromMember}", After: new { gift.Number, gift.Amount })
        );
        return Done.Ok;
    }

    public static async Task<Outcome<Done>> Refund(ValueGiftId id, GiveBackRequest request, Tx tx, Caller caller)
    {
        if ((await Shifts.Hold(tx, caller, request.ShiftId)).No(out var shift, out var refusal))
            return refusal;
        if (await Find(tx, id) is not { Kind: GiftKind.Card } gift)
            return CommonReasons.NotFound.With(("what", "礼品卡"));
        if (gift.Amount.Fen > caller.LimitOf(Limit.RefundFen))
            return HttpReasons.ApprovalRequired.With(("limit", $"{new Money(caller.LimitOf(Limit.RefundFen))} 元"));
        if (await Close(tx, id) == 0)
            return TillReasons.GiftCardUsed;
        var day = (await OrgPublic.Store(tx, caller.Store))!.DayOf(tx.Now);
        var paid = (await SoldThings.Taken(tx, SoldKind.GiftCard, id.Value))!;
        await SoldThings.WriteBack(tx, paid, gift.Amount, null, shift.Id, caller.Store, day);
        tx.Audit(
            new(
                caller,
                "gift_card.refunded",
                "gift",
                $"{id}",
                After: new { gift.Number, gift.Amount },
                Reason: request.Reason
            )
        );
        return Done.Ok;
    }

    /// <summary>Each night: gifts whose last day is over go back to the lots they came from.</summary>
    internal static async Task<object?> Run(JobRun run)
    {
        var returned = 0;
        while (true)
        {
            await using var tx = await run.Db.Begin(run.Merchant, run.Stopping);
            var day = (await OrgPublic.Stores(tx))[0].DayOf(tx.Now);
            var over = await tx.All<ValueGiftRow>(
                "SELECT * FROM value_gift WHERE merchant_id = @m AND state = 'open' AND kind = 'member' AND expires_on < @day ORDER BY from_member, id LIMIT 50",
                new { day }
            );
            if (over.Count == 0)
                return new { returned };
            foreach (var gift in over)
                returned += await Return(tx, gift, day) ? 1 : 0;
            await run.Save(tx, returned, 0, "");
            await tx.Commit();
        }
    }

    private static async Task<bool> Return(Tx tx, ValueGiftRow gift, BusinessDay day)
    {
        // The giver may have become one with another member since.
        var giver = (await MembersPublic.Get(tx, gift.FromMember!.Value))!.Id;
        var book = await LedgerPublic.Lock(tx, await LedgerPublic.Assets(tx), giver);
        if (await Close(tx, gift.Id) == 0)
            return false;
        var (original, _) = await LedgerPublic.EntriesOf(tx, gift.SentPosting!.Value);
        var taken = original.SelectMany(e => LotText.Read(e.Entry.Lots)).ToList();
        book = await LedgerPublic.WithLots(tx, book, taken.Select(t => t.Lot));
        await LedgerPublic.Post(
            tx,
            book,
            new("gift_returned", "gift", $"{gift.Id}", day, "job", Reason: gift.Number, ReversalOf: gift.SentPosting),
            ReturnGift.Decide(book, taken, tx.Now, day)
        );
        return true;
    }

    private static Task<int> Close(Tx tx, ValueGiftId id) =>
        tx.Execute(
            "UPDATE value_gift SET state = 'returned', closed_at = @now WHERE merchant_id = @m AND id = @id AND state = 'open'",
            new { id, now = tx.Now }
        );

    private static Task<ValueGiftRow?> Find(DbRead db, ValueGiftId id) =>
        db.One<ValueGiftRow>("SELECT * FROM value_gift WHERE merchant_id = @m AND id = @id", new { id });

    // Letters and digits that nobody mixes up; 80 bits, so a code is not guessed.
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static string CodeOf(Vault vault, MerchantId merchant, ValueGiftId id) =>
        string.Concat(vault.BlindIndex(merchant, "gift", $"{id}").Take(CodeLength).Select(b => Letters[b % 32]));

    private static byte[] HashOf(Vault vault, MerchantId merchant, string code) =>
        SHA256.HashData([
            .. vault.Derive(merchant, "gift-code"),
            .. System.Text.Encoding.ASCII.GetBytes(
                code.ToUpperInvariant().Replace("-", "", StringComparison.Ordinal).Trim()
            ),
        ]);

    private static ValueGiftRow Row(
        Tx tx,
        Vault vault,
        ValueGiftId id,
        GiftKind kind,
        string number,
        string code,
        Money amount,
        string message,
        Caller caller,
        BusinessDay until
    ) =>
        new(
            tx.Merchant,
            id,
            kind,
            number,
            HashOf(vault, tx.Merchant, code),
            amount,
            message.Trim(),
            null,
            null,
            GiftState.Open,
            null,
            until,
            caller.StaffId,
            tx.Now,
            null
        );
}

public enum GiftKind
{
    /// <summary>From a member's own stored value.</summary>
    Member,

    /// <summary>Sold at the till.</summary>
    Card,
}

public enum GiftState
{
    Open,
    Claimed,
    Returned,
}

[Table("value_gift")]
internal sealed record ValueGiftRow(
    MerchantId MerchantId,
    ValueGiftId Id,
    GiftKind Kind,
    string Number,
    byte[] CodeHash,
    Money Amount,
    string Message,
    MemberId? FromMember,
    PostingId? SentPosting,
    GiftState State,
    MemberId? ClaimedBy,
    BusinessDay ExpiresOn,
    StaffId? StaffId,
    Instant At,
    Instant? ClosedAt
);

using System.ComponentModel.DataAnnotations;
using Shuke.Core.Ledger;

namespace Shuke.Server.Modules.Ledger;

/// <summary>POST /ledger/members/{id}/adjust: staff add or take value by hand, with a reason and within their limit.</summary>
public static class AdjustValue
{
    /// <param name="Amount">below zero takes; fen for stored value</param>
    public sealed record Request(
        AssetId AssetId,
        [Range(-Money.FenMax, Money.FenMax)] long Amount,
        [StringLength(200, MinimumLength = 2)] string Reason
    );

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .Money("/ledger/members/{id}/adjust", Permission.LedgerAdjust, Handle, (Action<MemberId, Ahead>)WantAhead)
            .WithSummary("Add or take value by hand.");

    private static void WantAhead(MemberId member, Ahead ahead) => LedgerPublic.Ahead(ahead, member);

    public static async Task<Outcome<ShowMemberValue.Reply>> Handle(MemberId id, Request request, Tx tx, Caller caller)
    {
        var assets = await LedgerPublic.Assets(tx);
        if (assets.Find(request.AssetId) is not { } asset)
            return CommonReasons.NotFound.With(("what", "资产"));
        if (await LedgerPublic.Read(tx, assets, id) is null)
            return CommonReasons.NotFound.With(("what", "会员"));
        // Money that nobody paid is no principal.
        if (asset.Kind == AssetKind.Principal && request.Amount > 0)
            return ValueReasons.AssetNotAdjustable;
        var limit = caller.LimitOf(asset.IsStoredValue ? Limit.AdjustFen : Limit.AdjustPoints);
        if (Math.Abs(request.Amount) > limit)
            return HttpReasons.ApprovalRequired.With(
                ("limit", asset.IsStoredValue ? $"{new Money(limit)} 元" : $"{new Points(limit)}")
            );

        var book = await LedgerPublic.Lock(tx, assets, id);
        var day = await ShowMemberValue.Today(tx, caller);
        if (book.Holder.Frozen && request.Amount > 0)
            return LedgerReasons.Frozen;
        var decided =
            request.Amount > 0
                ? GrantLot.Decide(
                    book,
                    new(asset.Id, request.Amount, Counters.Adjust, "hand", CardLimits.Shipped, tx.Now, day)
                )
                : AdjustDown.Decide(book, new(asset.Id, -request.Amount, tx.Now, day));
        if (decided.No(out var moves, out var refusal))
            return refusal;
        var note = new PostingNote(
            "adjust",
            "adjustment",
            $"{tx.NewId()}",
            day,
            "console",
            caller.StoreId,
            caller.Staff,
            request.Reason
        );
        var plan = await LedgerPublic.Post(tx, book, note, moves);
        tx.Audit(
            new(
                caller,
                "ledger.adjusted",
                "member",
                id.ToString(),
                new { asset = asset.Code, balance = book.Balance(asset.Id) },
                new
                {
                    asset = asset.Code,
                    balance = plan.After.Balance(asset.Id),
                    posting = plan.Header.Id,
                },
                request.Reason
            )
        );
        return await ShowMemberValue.Handle(id, tx, caller);
    }
}

using System.ComponentModel.DataAnnotations;
using Shuke.Core.Members;

namespace Shuke.Server.Modules.Members;

/// <summary>
/// POST /cards/{id}/loss: anyone who registers members may stop a lost card at once. POST /cards/{id}/change: release,
/// freeze, unfreeze and cancel are for those who manage cards.
/// </summary>
public static class ChangeCard
{
    public sealed record LossRequest([StringLength(200)] string Reason = "");

    public sealed record Request(CardChange Change, [StringLength(200, MinimumLength = 2)] string Reason);

    public sealed record Reply(CardId Id, CardState State, long Version) : IVersioned;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Post("/cards/{id}/loss", Permission.MembersRegister, ReportLoss).WithSummary("Report a card lost.");
        routes
            .Post("/cards/{id}/change", Permission.CardsManage, Handle)
            .WithSummary("Release, freeze, unfreeze or cancel a card.");
    }

    public static Task<Outcome<Reply>> ReportLoss(CardId id, LossRequest request, Tx tx, Caller caller) =>
        Change(id, CardChange.ReportLoss, request.Reason, tx, caller);

    public static Task<Outcome<Reply>> Handle(CardId id, Request request, Tx tx, Caller caller) =>
        Change(id, request.Change, request.Reason, tx, caller);

    private static async Task<Outcome<Reply>> Change(CardId id, CardChange change, string reason, Tx tx, Caller caller)
    {
        if (await Lock(tx, id) is not { } card)
            return CommonReasons.NotFound.With(("what", "会员卡"));
        if (Cards.After(card.State, change) is not { } state)
            return MemberReasons.CardWrongState.With(("number", card.Number), ("state", Names.Of(card.State)));
        await tx.Execute("UPDATE card SET state = @state WHERE merchant_id = @m AND id = @id", new { id, state });
        tx.Audit(
            new(
                caller,
                "card." + Names.Of(change),
                "card",
                id.ToString(),
                new { card.State },
                new { card.Number, state },
                reason
            )
        );
        return new Reply(id, state, card.Version);
    }

    internal static Task<CardRow?> Lock(Tx tx, CardId id) =>
        tx.One<CardRow>(
            "UPDATE card SET version = version + 1 WHERE merchant_id = @m AND id = @id RETURNING *",
            new { id }
        );
}

using System.ComponentModel.DataAnnotations;
using Shuke.Core.Members;

namespace Shuke.Server.Modules.Members;

/// <summary>POST /cards/{id}/replace: a blank card takes the place of a lost or broken one. Assets belong to the member, so nothing moves.</summary>
public static class ReplaceCard
{
    public sealed record Request(
        [StringLength(40, MinimumLength = 1)] string NewNumber,
        [StringLength(200)] string Reason = ""
    );

    public sealed record Reply(CardId OldId, CardId NewId, string NewNumber);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .Post("/cards/{id}/replace", Permission.CardsManage, Handle)
            .WithSummary("Replace a card by a blank one.");

    public static async Task<Outcome<Reply>> Handle(CardId id, Request request, Tx tx, Caller caller)
    {
        if (await ChangeCard.Lock(tx, id) is not { } old)
            return CommonReasons.NotFound.With(("what", "会员卡"));
        if (!Cards.IsReplaceable(old.State) || old.MemberId is not { } memberId)
            return MemberReasons.CardWrongState.With(("number", old.Number), ("state", Names.Of(old.State)));
        var member = (await Roster.Load(tx, memberId))!;
        if (await BindCard.Bind(tx, caller, member, request.NewNumber, quietly: true) is { } refusal)
            return refusal;
        var number = CardNumbers.Normalize(request.NewNumber)!;
        var newId = await tx.One<CardId>(
            "SELECT id FROM card WHERE merchant_id = @m AND number = @number",
            new { number }
        );
        await tx.Execute(
            "UPDATE card SET state = 'replaced', replaced_by = @newId WHERE merchant_id = @m AND id = @id",
            new { id, newId }
        );
        tx.Audit(
            new(
                caller,
                "card.replaced",
                "card",
                id.ToString(),
                new { old.Number, old.State },
                new { old.Number, newNumber = number },
                request.Reason
            )
        );
        return new Reply(id, newId, number);
    }
}

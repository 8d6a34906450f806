using System.ComponentModel.DataAnnotations;
using Shuke.Core.Members;

namespace Shuke.Server.Modules.Members;

/// <summary>POST /members/{id}/cards: hands a blank card to a member, at the till.</summary>
public static class BindCard
{
    public sealed record Request([StringLength(40, MinimumLength = 1)] string Number);

    public sealed record Reply(MemberId MemberId, string Number);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .Post("/members/{id}/cards", Permission.MembersRegister, Handle)
            .WithSummary("Hand a blank card to a member.");

    public static async Task<Outcome<Reply>> Handle(MemberId id, Request request, Tx tx, Caller caller)
    {
        if (await Roster.Resolve(tx, id) is not { } member)
            return CommonReasons.NotFound.With(("what", "会员"));
        if (MembersPublic.Info(member, caller.Language).WhyNot() is { } unusable)
            return unusable;
        if (await Bind(tx, caller, member, request.Number) is { } refusal)
            return refusal;
        return new Reply(member.Id, CardNumbers.Normalize(request.Number)!);
    }

    /// <summary>The state in the WHERE decides a race for one card.</summary>
    internal static async Task<Refusal?> Bind(Tx tx, Caller caller, MemberRow member, string text, bool quietly = false)
    {
        if (CardNumbers.Normalize(text) is not { } number)
            return MemberReasons.CardNumberInvalid;
        var card = await tx.One<CardRow>(
            """
            UPDATE card SET state = 'active', member_id = @member, bound_at = @now, bound_store_id = @store, version = version + 1
            WHERE merchant_id = @m AND number = @number AND state = 'blank' RETURNING *
            """,
            new
            {
                number,
                member = member.Id,
                now = tx.Now,
                store = caller.StoreId,
            }
        );
        if (card is null)
            return
                await tx.One<long>(
                    "SELECT COUNT(*) FROM card WHERE merchant_id = @m AND number = @number",
                    new { number }
                ) == 0
                ? MemberReasons.CardUnknown.With(("number", number))
                : MemberReasons.CardNotBlank.With(("number", number));
        if (!quietly)
            tx.Audit(new(caller, "card.bound", "card", card.Id.ToString(), After: new { number }));
        return null;
    }
}

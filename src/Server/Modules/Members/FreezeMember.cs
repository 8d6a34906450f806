using System.ComponentModel.DataAnnotations;
using Shuke.Core.Members;
using Shuke.Server.Modules.Ledger;

namespace Shuke.Server.Modules.Members;

/// <summary>POST /members/{id}/freeze and /unfreeze: staff stops a member from being used, and releases it again.</summary>
public static class FreezeMember
{
    public sealed record Request([StringLength(200, MinimumLength = 2)] string Reason);

    public sealed record Reply(MemberId Id, MemberState State, long Version) : IVersioned;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Post("/members/{id}/freeze", Permission.MembersFreeze, Handle).WithSummary("Freeze a member.");
        routes
            .Post("/members/{id}/unfreeze", Permission.MembersFreeze, Unfreeze)
            .WithSummary("Release a frozen member.");
    }

    public static Task<Outcome<Reply>> Handle(MemberId id, Request request, Tx tx, Caller caller) =>
        Set(id, request, tx, caller, frozen: true);

    public static Task<Outcome<Reply>> Unfreeze(MemberId id, Request request, Tx tx, Caller caller) =>
        Set(id, request, tx, caller, frozen: false);

    private static async Task<Outcome<Reply>> Set(MemberId id, Request request, Tx tx, Caller caller, bool frozen)
    {
        if (await Roster.Lock(tx, id) is not { } row)
            return CommonReasons.NotFound.With(("what", "会员"));
        if (Roster.IsGone(row))
            return MemberReasons.Gone;
        if (frozen == (row.State == MemberState.Frozen))
            return (frozen ? MemberReasons.Frozen : MemberReasons.NotFrozen).With(
                ("name", Roster.DisplayName(row, caller.Language))
            );
        var state = frozen ? MemberState.Frozen : MemberState.Active;
        await tx.Execute("UPDATE member SET state = @state WHERE merchant_id = @m AND id = @id", new { id, state });
        await LedgerPublic.SetFrozen(tx, id, frozen);
        tx.Audit(
            new(caller, frozen ? "member.frozen" : "member.unfrozen", "member", id.ToString(), Reason: request.Reason)
        );
        tx.Tell(new MemberFrozen(id, frozen, tx.Now));
        return new Reply(id, state, row.Version);
    }
}

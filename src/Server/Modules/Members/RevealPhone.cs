using System.ComponentModel.DataAnnotations;
using Shuke.Core.Members;

namespace Shuke.Server.Modules.Members;

/// <summary>
/// POST /members/{id}/phone/reveal: shows the whole number, once, to someone who may and says why. Unremembered, because
/// a remembered reply would keep the number readable in the database.
/// </summary>
public static class RevealPhone
{
    public sealed record Request([StringLength(100, MinimumLength = 2)] string Reason);

    public sealed record Reply(string Phone);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .Session("POST", "/members/{id}/phone/reveal", Permission.MembersPhones, Handle)
            .WithSummary("Show the full phone number; audited.");

    public static async Task<Outcome<Reply>> Handle(MemberId id, Request request, Tx tx, Caller caller, Vault vault)
    {
        if (await Roster.Resolve(tx, id) is not { PhoneSealed: { } phone } row)
            return CommonReasons.NotFound.With(("what", "手机号"));
        tx.Audit(new(caller, "member.phone_revealed", "member", row.Id.ToString(), Reason: request.Reason));
        return new Reply(vault.Unseal(tx.Merchant, phone));
    }
}

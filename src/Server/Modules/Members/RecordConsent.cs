using System.ComponentModel.DataAnnotations;
using Shuke.Core.Members;

namespace Shuke.Server.Modules.Members;

/// <summary>POST /members/{id}/consents: notes that a member agreed to a text, or took it back.</summary>
public static class RecordConsent
{
    public sealed record Request(
        ConsentPurpose Purpose,
        bool Granted,
        [StringLength(20, MinimumLength = 1)] string TextVersion
    );

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .Post("/members/{id}/consents", Permission.MembersRegister, Handle)
            .WithSummary("Record a consent or its withdrawal.");

    public static async Task<Outcome<Done>> Handle(MemberId id, Request request, Tx tx, Caller caller)
    {
        if (await Roster.Resolve(tx, id) is not { } row)
            return CommonReasons.NotFound.With(("what", "会员"));
        if (Roster.IsGone(row))
            return MemberReasons.Gone;
        await tx.Insert(
            new ConsentRow(
                tx.Merchant,
                tx.NewId<Core.Kinds.Consent>(),
                row.Id,
                request.Purpose,
                request.Granted,
                request.TextVersion,
                ConsentChannel.Console,
                caller.StaffId,
                tx.Now
            )
        );
        tx.Audit(
            new(
                caller,
                request.Granted ? "member.consented" : "member.consent_withdrawn",
                "member",
                row.Id.ToString(),
                After: new { request.Purpose, request.TextVersion }
            )
        );
        return Done.Ok;
    }
}

using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Shuke.Core.Coupons;
using Shuke.Server.Modules.Members;

namespace Shuke.Server.Modules.Pricing;

/// <summary>POST /coupons/templates/{id}/give: staff gives coupons to named members at once, for example to make up for a mistake.</summary>
public static class GiveCoupons
{
    public sealed record Request(
        [MaxLength(100), MinLength(1)] IReadOnlyList<MemberId> Members,
        [StringLength(200, MinimumLength = 2)] string Reason,
        [Range(1, 20)] int Count = 1,
        bool ForRefund = false
    );

    public sealed record Reply(IReadOnlyList<CouponView> Coupons);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .Post("/coupons/templates/{id}/give", Permission.CouponsIssue, Handle)
            .WithSummary("Give coupons to named members at once.");

    public static async Task<Outcome<Reply>> Handle(
        CouponTemplateId id,
        Request request,
        Tx tx,
        Caller caller,
        Vault vault
    )
    {
        if (await CouponBook.Template(tx, id) is not { } template)
            return CouponTemplates.NotFound();
        var members = await MembersPublic.GetMany(tx, request.Members, caller.Language);
        var people = request.Members.Where(members.ContainsKey).Select(m => members[m]).DistinctBy(m => m.Id).ToList();
        if (people.Count < request.Members.Distinct().Count())
            return CommonReasons.NotFound.With(("what", "会员"));
        if (people.Select(p => p.WhyNot()).FirstOrDefault(w => w is not null) is { } whyNot)
            return whyNot;
        if (people.Count * request.Count > caller.LimitOf(Limit.CouponsIssued))
            return HttpReasons.ApprovalRequired.With(
                ("limit", string.Create(CultureInfo.InvariantCulture, $"{caller.LimitOf(Limit.CouponsIssued)} 张"))
            );
        var source = request.ForRefund ? CouponSource.Refund : CouponSource.List;
        var batch = await Issuing.Standing(tx, template, source, request.Reason.Trim(), caller.StaffId);
        var rows = new List<CouponRow>();
        foreach (var person in people)
        {
            if (
                (await Issuing.Give(tx, vault, batch, person.Id, request.Count, withCode: false)).No(
                    out var given,
                    out var refusal
                )
            )
                return refusal;
            rows.AddRange(given);
        }
        tx.Audit(
            new(
                caller,
                "coupons.given",
                "coupon_template",
                id.ToString(),
                After: new
                {
                    template.Name,
                    Members = people.Select(p => p.Id),
                    request.Count,
                },
                Reason: request.Reason
            )
        );
        var zone = await CouponBook.Zone(tx);
        return new Reply([
            .. (await CouponBook.Describe(tx, rows)).Select(c => CouponView.Of(c, tx.Now, zone, caller.Language)),
        ]);
    }
}

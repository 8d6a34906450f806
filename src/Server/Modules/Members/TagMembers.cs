namespace Shuke.Server.Modules.Members;

/// <summary>POST /members/tags/{id}/attach and /detach: puts a tag on members, or takes it off, up to 500 at once.</summary>
public static class TagMembers
{
    public sealed record Request(IReadOnlyList<MemberId> MemberIds);

    public sealed record Reply(int Changed);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Post("/members/tags/{id}/attach", Permission.MembersEdit, Handle).WithSummary("Tag members.");
        routes.Post("/members/tags/{id}/detach", Permission.MembersEdit, Detach).WithSummary("Untag members.");
    }

    public static async Task<Outcome<Reply>> Handle(TagId id, Request request, Tx tx, Caller caller)
    {
        if (await tx.One<TagRow>("SELECT * FROM tag WHERE merchant_id = @m AND id = @id", new { id }) is not { } tag)
            return CommonReasons.NotFound.With(("what", "标签"));
        var members = (await MembersPublic.GetMany(tx, request.MemberIds.Distinct().ToArray()))
            .Values.DistinctBy(m => m.Id)
            .Where(m => m.State is MemberState.Active or MemberState.Frozen)
            .ToList();
        if (members.Count == 0)
            return CommonReasons.NotFound.With(("what", "会员"));
        var changed = 0;
        foreach (var member in members)
        {
            var added = await tx.Execute(
                """
                INSERT INTO member_tag (merchant_id, tag_id, member_id, at, staff_id) VALUES (@m, @id, @member, @now, @staff)
                ON CONFLICT (merchant_id, tag_id, member_id) DO NOTHING
                """,
                new
                {
                    id,
                    member = member.Id,
                    now = tx.Now,
                    staff = caller.StaffId,
                }
            );
            changed += added;
            if (added == 1)
                tx.Audit(new(caller, "member.tagged", "member", member.Id.ToString(), After: new { tag = tag.Name }));
        }
        return new Reply(changed);
    }

    public static async Task<Outcome<Reply>> Detach(TagId id, Request request, Tx tx, Caller caller)
    {
        if (await tx.One<TagRow>("SELECT * FROM tag WHERE merchant_id = @m AND id = @id", new { id }) is not { } tag)
            return CommonReasons.NotFound.With(("what", "标签"));
        var gone = await tx.All<MemberId>(
            "DELETE FROM member_tag WHERE merchant_id = @m AND tag_id = @id AND member_id IN @members RETURNING member_id",
            new { id, members = request.MemberIds }
        );
        foreach (var member in gone)
            tx.Audit(new(caller, "member.untagged", "member", member.ToString(), After: new { tag = tag.Name }));
        return new Reply(gone.Count);
    }
}

using System.ComponentModel.DataAnnotations;
using Shuke.Core.Ledger;
using Shuke.Core.Members;
using Shuke.Server.Modules.Ledger;
using Shuke.Server.Modules.Org;

namespace Shuke.Server.Modules.Members;

/// <summary>
/// POST /members/{id}/merge: the same person was registered twice; everything of the other moves to this member. The old
/// id keeps leading here, and the record says what moved. GET .../merge-preview shows the outcome before.
/// </summary>
public static class MergeMembers
{
    public sealed record Request(MemberId FromId, [StringLength(200, MinimumLength = 2)] string Reason);

    public sealed record Reply(MemberId Id, MergeId MergeId, long Version) : IVersioned;

    /// <summary>What one side has, and what the one member will have.</summary>
    public sealed record Preview(Side Keeps, Side Gives, Side Result);

    public sealed record Side(
        MemberId Id,
        long Number,
        string Name,
        string? Phone,
        Gender Gender,
        string? Birthday,
        string Notes,
        Instant CreatedAt,
        IReadOnlyList<string> Cards,
        IReadOnlyList<ListMembers.TagChip> Tags,
        IReadOnlyList<Filled> Fields
    );

    public sealed record Filled(string Name, string Value);

    /// <summary>The record of a merge: enough to see, and by hand to undo, what it did.</summary>
    internal sealed record Moved(
        long FromNumber,
        string FromName,
        string? FromPhone,
        bool PhoneTaken,
        IReadOnlyList<CardId> Cards,
        IReadOnlyList<TagId> Tags,
        IReadOnlyList<FieldId> Fields,
        IReadOnlyList<MemberId> EarlierMerges,
        PostingId? Posting = null
    );

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .Post("/members/{id}/merge", Permission.MembersMerge, Handle)
            .WithSummary("Merge another member into this one.");
        routes.Get("/members/{id}/merge-preview", Permission.MembersMerge, Look).WithSummary("What a merge would do.");
    }

    public static async Task<Outcome<Reply>> Handle(MemberId id, Request request, Tx tx, Caller caller)
    {
        if (request.FromId == id)
            return Shuke.Core.Ledger.LedgerReasons.SameMember;
        // Both rows are locked in the order of their ids, so that two merges the other way round cannot wait for each other.
        var first = await Roster.Lock(tx, id.Value < request.FromId.Value ? id : request.FromId);
        var second = await Roster.Lock(tx, id.Value < request.FromId.Value ? request.FromId : id);
        if (WhyNot(first, second, caller.Language) is { } refusal)
            return refusal;
        var (to, from) = first!.Id == id ? (first, second!) : (second!, first);

        var mergeId = tx.NewId<Core.Kinds.Merge>();
        if ((await MoveAssets(tx, caller, from.Id, to.Id, mergeId)).No(out var posting, out var stuck))
            return stuck;
        var moved = await Move(tx, from, to) with { Posting = posting };
        await tx.Insert(
            new MergeRow(tx.Merchant, mergeId, from.Id, to.Id, Json.Text(moved), request.Reason, caller.StaffId, tx.Now)
        );
        tx.Audit(
            new(
                caller,
                "member.merged",
                "member",
                to.Id.ToString(),
                After: new
                {
                    mergeId,
                    fromId = from.Id,
                    moved.FromNumber,
                    moved.FromName,
                    moved.FromPhone,
                    cards = moved.Cards.Count,
                },
                Reason: request.Reason
            )
        );
        tx.Tell(new MembersMerged(from.Id, to.Id, mergeId, tx.Now));
        return new Reply(to.Id, mergeId, to.Version);
    }

    public static async Task<Outcome<Preview>> Look(MemberId id, MemberId from, DbRead db, Caller caller)
    {
        if (from == id)
            return Shuke.Core.Ledger.LedgerReasons.SameMember;
        var keeps = await Roster.Load(db, id);
        var gives = await Roster.Load(db, from);
        if (WhyNot(keeps, gives, caller.Language) is { } refusal)
            return refusal;
        var left = await Describe(db, keeps!, caller.Language);
        var right = await Describe(db, gives!, caller.Language);
        var row = Fill(keeps!, gives!);
        var result = new Side(
            id,
            row.Number,
            Roster.DisplayName(row, caller.Language),
            row.PhoneMask,
            row.Gender,
            Roster.BirthdayOf(row)?.ToString(),
            row.Notes,
            row.CreatedAt,
            [.. left.Cards, .. right.Cards],
            [.. left.Tags.Concat(right.Tags).DistinctBy(t => t.Id)],
            [.. left.Fields.Concat(right.Fields).DistinctBy(f => f.Name)]
        );
        return new Preview(left, right, result);
    }

    private static Refusal? WhyNot(MemberRow? a, MemberRow? b, Language language)
    {
        if (a is null || b is null)
            return CommonReasons.NotFound.With(("what", "会员"));
        if (Roster.IsGone(a) || Roster.IsGone(b))
            return MemberReasons.Gone;
        // A merge must not be the way around a freeze.
        var frozen =
            a.State == MemberState.Frozen ? a
            : b.State == MemberState.Frozen ? b
            : null;
        return frozen is null ? null : MemberReasons.Frozen.With(("name", Roster.DisplayName(frozen, language)));
    }

    /// <summary>The member that stays keeps what it has; what it lacks comes from the other.</summary>
    private static MemberRow Fill(MemberRow to, MemberRow from) =>
        to with
        {
            Name = to.Name.Length > 0 ? to.Name : from.Name,
            PhoneSealed = to.PhoneSealed ?? from.PhoneSealed,
            PhoneMask = to.PhoneMask ?? from.PhoneMask,
            Gender = to.Gender != Gender.Unknown ? to.Gender : from.Gender,
            BirthdayKind = to.BirthdayKind ?? from.BirthdayKind,
            BirthdayMonth = to.BirthdayKind is null ? from.BirthdayMonth : to.BirthdayMonth,
            BirthdayDay = to.BirthdayKind is null ? from.BirthdayDay : to.BirthdayDay,
            BirthdayYear = to.BirthdayKind is null ? from.BirthdayYear : to.BirthdayYear,
            EmailSealed = to.EmailSealed ?? from.EmailSealed,
            AddressSealed = to.AddressSealed ?? from.AddressSealed,
            Notes =
                to.Notes.Length == 0 ? from.Notes
                : from.Notes.Length == 0 || (to.Notes + from.Notes).Length > 490 ? to.Notes
                : $"{to.Notes}\n{from.Notes}",
            PreferredStoreId = to.PreferredStoreId ?? from.PreferredStoreId,
            ConsultantId = to.ConsultantId ?? from.ConsultantId,
        };

    /// <summary>Every balance moves in one posting; books are locked in the order of their ids, like the members.</summary>
    private static async Task<Outcome<PostingId?>> MoveAssets(
        Tx tx,
        Caller caller,
        MemberId from,
        MemberId to,
        MergeId merge
    )
    {
        var assets = await LedgerPublic.Assets(tx);
        var (low, high) = from.Value < to.Value ? (from, to) : (to, from);
        Book[] books = [await LedgerPublic.Lock(tx, assets, low), await LedgerPublic.Lock(tx, assets, high)];
        var (into, outOf) = low == to ? (books[0], books[1]) : (books[1], books[0]);
        var day = await Today(tx, caller);
        if (Merge.Decide(into, outOf, tx.Now, day).No(out var moves, out var refusal))
            return refusal;
        if (moves.IsEmpty)
            return (PostingId?)null;
        var note = new PostingNote("merge", "merge", merge.ToString(), day, "console", caller.StoreId, caller.StaffId);
        return (PostingId?)(await LedgerPublic.Post(tx, into.Join(outOf), note, moves)).Header.Id;
    }

    private static async Task<BusinessDay> Today(DbRead db, Caller caller)
    {
        var store =
            caller.StoreId is { } id ? await OrgPublic.Store(db, id)
            : await OrgPublic.Stores(db) is [var first, ..] ? first
            : null;
        return store?.DayOf(db.Now) ?? BusinessDay.Of(db.Now, TimeZoneInfo.Utc, 0);
    }

    private static async Task<Moved> Move(Tx tx, MemberRow from, MemberRow to)
    {
        var (fromId, toId) = (from.Id, to.Id);
        var filled = Fill(to, from);
        var (fromTerms, toTerms) = (
            Terms.Of(from.Name, await Terms.Plates(tx, fromId)),
            Terms.Of(to.Name, await Terms.Plates(tx, toId))
        );

        var phoneTaken = to.PhoneSealed is null && from.PhoneSealed is not null;
        await tx.Execute(
            phoneTaken
                ? "UPDATE member_phone SET member_id = @toId WHERE merchant_id = @m AND member_id = @fromId"
                : "DELETE FROM member_phone WHERE merchant_id = @m AND member_id = @fromId",
            new { fromId, toId }
        );
        var cards = await tx.All<CardId>(
            "UPDATE card SET member_id = @toId, version = version + 1 WHERE merchant_id = @m AND member_id = @fromId RETURNING id",
            new { fromId, toId }
        );
        var tags = await tx.All<TagId>(
            """
            INSERT INTO member_tag (merchant_id, tag_id, member_id, at, staff_id) SELECT merchant_id, tag_id, @toId, at, staff_id FROM member_tag
            WHERE merchant_id = @m AND member_id = @fromId ON CONFLICT (merchant_id, tag_id, member_id) DO NOTHING RETURNING tag_id
            """,
            new { fromId, toId }
        );
        var fields = await tx.All<FieldId>(
            """
            INSERT INTO member_field_value (merchant_id, member_id, field_id, value) SELECT merchant_id, @toId, field_id, value FROM member_field_value
            WHERE merchant_id = @m AND member_id = @fromId ON CONFLICT (merchant_id, member_id, field_id) DO NOTHING RETURNING field_id
            """,
            new { fromId, toId }
        );
        var earlier = await tx.All<MemberId>(
            "UPDATE member SET merged_into = @toId WHERE merchant_id = @m AND merged_into = @fromId RETURNING id",
            new { fromId, toId }
        );

        await tx.Execute(
            "UPDATE member SET state = 'merged', merged_into = @toId WHERE merchant_id = @m AND id = @fromId",
            new { fromId, toId }
        );
        await EditMember.Save(tx, filled);
        await Terms.Change(tx, fromId, fromTerms, []);
        await Terms.Change(tx, toId, toTerms, Terms.Of(filled.Name, await Terms.Plates(tx, toId)));
        return new(from.Number, from.Name, from.PhoneMask, phoneTaken, cards, tags, fields, earlier);
    }

    private static async Task<Side> Describe(DbRead db, MemberRow row, Language language)
    {
        var names = (await FieldBook.All(db)).ToDictionary(f => f.Id, f => f.Name);
        return new(
            row.Id,
            row.Number,
            Roster.DisplayName(row, language),
            row.PhoneMask,
            row.Gender,
            Roster.BirthdayOf(row)?.ToString(),
            row.Notes,
            row.CreatedAt,
            await db.All<string>(
                "SELECT number FROM card WHERE merchant_id = @m AND member_id = @id ORDER BY id",
                new { row.Id }
            ),
            (await ListMembers.TagsOf(db, [row.Id]))[row.Id].ToList(),
            [.. (await FieldBook.Values(db, row.Id)).Select(v => new Filled(names[v.Id], v.Value))]
        );
    }
}

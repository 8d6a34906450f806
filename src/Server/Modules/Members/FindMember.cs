using System.ComponentModel.DataAnnotations;
using Shuke.Core.Members;
using Shuke.Core.Names;

namespace Shuke.Server.Modules.Members;

/// <summary>
/// GET /members/find?q=: the find box. What was typed decides what it is: phone, last four digits, card, member number,
/// name, pinyin, initials or number plate. Every way in is one walk along an index.
/// </summary>
public static class FindMember
{
    private const int ResultsMax = 20;

    public sealed record Query([property: StringLength(80)] string Q = "");

    /// <summary>At most 20 members, best match first. <c>IsCode</c>: this is a dynamic member code; send it to POST /members/identify.</summary>
    public sealed record Reply(IReadOnlyList<Found> Items, bool IsCode, bool IsMore);

    public enum Match
    {
        Phone,
        Card,
        Number,
        PhoneTail,
        CardTail,
        Name,
        Plate,
    }

    public sealed record Found(
        MemberId Id,
        long Number,
        string Name,
        string? Phone,
        MemberState State,
        Match Matched,
        string? Card,
        CardState? CardState
    );

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .Get("/members/find", Permission.MembersView, Handle)
            .WithSummary("The find box: phone, card, name, pinyin, plate.");

    public static async Task<Outcome<Reply>> Handle([AsParameters] Query query, DbRead db, Caller caller, Vault vault)
    {
        var asked = FindQuery.Read(query.Q);
        var hits = new List<Hit>();
        if (asked.Phone is { } phone && await PhoneBook.Owner(db, vault, phone) is { } owner)
            hits.Add(new(owner, Match.Phone));
        if (asked.Card is { } card)
            hits.AddRange(await ByCard(db, "number = @text", card, Match.Card));
        if (
            asked.Number is { } number
            && await db.One<MemberId?>(
                "SELECT id FROM member WHERE merchant_id = @m AND number = @number",
                new { number }
            )
                is { } numbered
        )
            hits.Add(new(numbered, Match.Number));
        if (asked.Tail is { } tail)
        {
            var index = PhoneBook.TailIndex(db, vault, tail);
            var members = await db.All<MemberId>(
                "SELECT member_id FROM member_phone WHERE merchant_id = @m AND tail_index = @index ORDER BY member_id DESC LIMIT @max",
                new { index, max = ResultsMax + 1 }
            );
            hits.AddRange(members.Select(m => new Hit(m, Match.PhoneTail)));
            hits.AddRange(await ByCard(db, "tail = @text", tail, Match.CardTail));
        }
        if (asked.Prefix is { } prefix && hits.Count <= ResultsMax)
            hits.AddRange(await ByPrefix(db, prefix));

        var items = await Describe(db, hits, asked.Prefix, caller.Language);
        var isCode = asked.Code is not null && items.Count == 0;
        return new Reply(items.Take(ResultsMax).ToList(), isCode, items.Count > ResultsMax);
    }

    private sealed record Hit(MemberId Id, Match Matched, string? Card = null, CardState? CardState = null);

    private sealed record CardHit(MemberId MemberId, string Number, CardState State);

    private static async Task<IEnumerable<Hit>> ByCard(DbRead db, string condition, string text, Match match)
    {
        var cards = await db.All<CardHit>(
            $"SELECT member_id, number, state FROM card WHERE merchant_id = @m AND {condition} AND member_id IS NOT NULL ORDER BY id DESC LIMIT @max",
            new { text, max = ResultsMax + 1 }
        );
        return cards.Select(c => new Hit(c.MemberId, match, c.Number, c.State));
    }

    /// <summary>Terms in their order: whole names before longer ones. A name has at most 24 terms, so enough rows give enough members.</summary>
    private static async Task<IEnumerable<Hit>> ByPrefix(DbRead db, string prefix)
    {
        var members = await db.All<MemberId>(
            "SELECT member_id FROM member_term WHERE merchant_id = @m AND term >= @prefix AND term < @end ORDER BY term, member_id LIMIT @max",
            new
            {
                prefix,
                end = prefix + "\U0010FFFF",
                max = ResultsMax * Pinyin.TermsMax,
            }
        );
        return members.Distinct().Take(ResultsMax + 1).Select(m => new Hit(m, Match.Name));
    }

    private static async Task<List<Found>> Describe(DbRead db, List<Hit> hits, string? prefix, Language language)
    {
        var ids = hits.Select(h => h.Id).Distinct().Take(ResultsMax + 1).ToArray();
        if (ids.Length == 0)
            return [];
        var members = await MembersPublic.GetMany(db, ids, language);
        var found = new List<Found>();
        foreach (var hit in hits)
            if (members.GetValueOrDefault(hit.Id) is { } member && found.TrueForAll(f => f.Id != member.Id))
                found.Add(
                    new(
                        member.Id,
                        member.Number,
                        member.Name,
                        member.Phone,
                        member.State,
                        Exact(hit, member, prefix),
                        hit.Card,
                        hit.CardState
                    )
                );
        return found;
    }

    /// <summary>A term that is none of the name's own is the member's number plate.</summary>
    private static Match Exact(Hit hit, MemberInfo member, string? prefix) =>
        hit.Matched == Match.Name
        && !Pinyin
            .SearchTerms(member.Name, isPersonName: true)
            .Any(t => t.StartsWith(prefix!, StringComparison.Ordinal))
            ? Match.Plate
            : hit.Matched;
}

using System.ComponentModel.DataAnnotations;
using Shuke.Core.Members;
using Shuke.Server.Modules.Org;

namespace Shuke.Server.Modules.Members;

/// <summary>POST /cards: puts blank cards into stock, numbered by the rule or with the numbers printed on them.</summary>
public static class CreateCards
{
    public sealed record Request(
        CardKind Kind,
        [Range(0, 10_000)] int Count = 0,
        IReadOnlyList<string>? Numbers = null
    );

    public sealed record Reply(int Created, string? First, string? Last);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .Post("/cards", Permission.CardsManage, Handle)
            .WithSummary("Add blank cards to the stock, at most 10,000 at once.");

    public static async Task<Outcome<Reply>> Handle(Request request, Tx tx, Caller caller)
    {
        var printed = request.Numbers is { Count: > 0 } ? Printed(request.Numbers) : await ByRule(tx, request.Count);
        if (printed.No(out var numbers, out var refusal))
            return refusal;
        foreach (var chunk in numbers.Chunk(500))
            if (
                await tx.One<string>(
                    "SELECT number FROM card WHERE merchant_id = @m AND number IN @chunk ORDER BY number LIMIT 1",
                    new { chunk }
                ) is
                { } taken
            )
                return MemberReasons.CardTaken.With(("number", taken));

        var cards = numbers
            .Select(n => new CardRow(
                tx.Merchant,
                tx.NewId<Core.Kinds.Card>(),
                n,
                n[^4..],
                request.Kind,
                CardState.Blank,
                null,
                null,
                null,
                null,
                tx.Now,
                1
            ))
            .ToList();
        await tx.InsertMany(cards);
        var reply = new Reply(
            cards.Count,
            numbers.Count > 0 ? numbers[0] : null,
            numbers.Count > 0 ? numbers[^1] : null
        );
        tx.Audit(new(caller, "cards.created", "cards", cards.Count > 0 ? cards[0].Id.ToString() : "0", After: reply));
        return reply;
    }

    private static Outcome<IReadOnlyList<string>> Printed(IReadOnlyList<string> texts)
    {
        var numbers = new List<string>(texts.Count);
        foreach (var text in texts)
        {
            if (CardNumbers.Normalize(text) is not { } number)
                return MemberReasons.CardNumberInvalid;
            if (numbers.Contains(number, StringComparer.Ordinal))
                return MemberReasons.CardTaken.With(("number", number));
            numbers.Add(number);
        }
        return numbers;
    }

    /// <summary>The counter's row is the lock: two people who make cards at once get different numbers.</summary>
    private static async Task<Outcome<IReadOnlyList<string>>> ByRule(Tx tx, int count)
    {
        var rule = (await OrgPublic.Setting<CardSetting>(tx)).Rule;
        var name = CardRule.SeriesOf(rule);
        var serial = await Counter.Take(tx, name, 1, 0);
        if (CardNumbers.Next(rule, serial, count).No(out var run, out var refusal))
            return refusal;
        await tx.Execute(
            "UPDATE member_counter SET next = @next WHERE merchant_id = @m AND name = @name",
            new { name, next = run.NextSerial }
        );
        return run.Numbers.ToList();
    }
}

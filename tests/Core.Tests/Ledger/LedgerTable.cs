using System.Globalization;
using Shuke.Core.Ledger;

namespace Shuke.Core.Tests.Ledger;

/// <summary>
/// Plays a story: one command a line, the expected answer after "->". Money in yuan. The answer is a refusal's code, or
/// ok and what changed, e.g. "ok principal -50.00 bonus -5.00". After the last line every account must verify.
/// </summary>
internal sealed class LedgerTable
{
    private readonly Shop _shop = new();
    private readonly Dictionary<string, PostingPlan> _named = [];
    private readonly Dictionary<string, List<PostingPlan>> _refunds = [];
    private OrderOfUse _order;
    private RevivePolicy _revive = RevivePolicy.Default;
    private TakeBackPolicy _takeBack;

    public static Shop Play(string story)
    {
        var table = new LedgerTable();
        foreach (var line in story.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var halves = line.Split("->", StringSplitOptions.TrimEntries);
            var answer = table.Run(halves[0].Split(' ', StringSplitOptions.RemoveEmptyEntries));
            if (halves.Length == 2)
                answer.ShouldBe(halves[1], line);
        }
        table._shop.MustHold();
        return table._shop;
    }

    private string Run(string[] words)
    {
        var (book, at, day) = (_shop.Book, _shop.At, _shop.Day);
        switch (words)
        {
            case ["day", var date]:
                _shop.Day = new(DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture));
                return "";
            case ["order", var order]:
                _order = Enum.Parse<OrderOfUse>(order, true);
                return "";
            case ["revive", var days, var given]:
                _revive = new(int.Parse(days), given == "all");
                return "";
            case ["takebackpolicy", var policy]:
                _takeBack = Enum.Parse<TakeBackPolicy>(policy, true);
                return "";
            case ["freeze"]:
                _shop.Book = book with { Holders = [book.Holder with { Frozen = true }] };
                return "";
            case ["anonymous"]:
                _shop.Book = book with { Holders = [book.Holder with { Registered = false }] };
                return "";
            case ["topup", var name, var sums, .. var rest]:
                var (pay, bonus) = Two(sums);
                var terms = TopUpTerms.FreeAmount with
                {
                    Bonus = bonus,
                    Order = _order,
                    Points = long.Parse(Option(rest, "points") ?? "0"),
                    BonusReleases = int.Parse(Option(rest, "releases") ?? "1"),
                    FixedPay = Option(rest, "fixed") is { } f ? Yuan(f) : null,
                };
                var top = TopUp.Decide(book, new(pay, terms, CardLimits.Shipped, at, day));
                return Post(name, top.No(out var up, out var noUp) ? noUp : up.Moves);
            case ["undo", var name]:
                var lots = _named[name]
                    .NewLots.Where(l => Shop.Assets[l.Asset].IsStoredValue)
                    .Select(l => l.Id)
                    .ToList();
                return Post(null, ReverseTopUp.Decide(book, new(lots, at, day)));
            case ["pay", var name, var amount, .. var rest]:
                Money? cap = Option(rest, "bonusmax") is { } max ? Yuan(max) : null;
                var paid = SpendStoredValue.Decide(book, new(Yuan(amount), cap, at, day));
                return Post(name, paid.No(out var spent, out var noPay) ? noPay : spent.Moves);
            case ["spend", var name, var asset, var count]:
                var id = Shop.Assets[asset].Id;
                var command = new SpendLotsCommand(id, long.Parse(count), at, day);
                return Post(
                    name,
                    Shop.Assets[asset].Kind == AssetKind.Times
                        ? SpendTimes.Decide(book, command)
                        : SpendPoints.Decide(book, command)
                );
            case ["earn", var name, var asset, var count, .. var rest]:
                var wait = int.Parse(Option(rest, "after") ?? "0");
                return Post(
                    name,
                    Earn.Decide(book, new(Shop.Assets[asset].Id, long.Parse(count), "rule:1", at, day, wait))
                );
            case ["grant", var asset, var count]:
                return Post(
                    null,
                    GrantLot.Decide(
                        book,
                        new(
                            Shop.Assets[asset].Id,
                            long.Parse(count),
                            Counters.Gift,
                            "gift",
                            CardLimits.Shipped,
                            at,
                            day
                        )
                    )
                );
            case ["down", var asset, var count]:
                return Post(null, AdjustDown.Decide(book, new(Shop.Assets[asset].Id, long.Parse(count), at, day)));
            case ["refund", var name, var amount]:
                return Refund(
                    name,
                    _named[name].Entries.Any(e => Fen(book, e)) ? Yuan(amount).Fen : long.Parse(amount)
                );
            case ["takeback", var name, var count]:
                var earned = _named[name].NewLots.Select(l => l.Id).ToList();
                var back = TakeBack
                    .Decide(
                        book,
                        new(Shop.Assets.Points.Id, long.Parse(count), earned, _takeBack, Money.Yuan(1), at, day)
                    )
                    .Value;
                return Post(null, back.Moves)
                    + (back.Missing > 0 ? $" missing {back.Missing} deduct {back.Deduct}" : "");
            case ["expire"]:
                return Post(null, Expire.Decide(book, at, day));
            case ["punch"]:
                var rule = new PunchRule(
                    Shop.Assets["stamps"].Id,
                    9,
                    Shop.Assets["cups"].Id,
                    1,
                    Expiry.AfterDays(30),
                    "punch:1"
                );
                return Post(null, Punch.Decide(book, rule, at, day));
            case ["close", var basis]:
                var closed = CloseCard.Decide(book, Enum.Parse<RefundBasis>(basis, true), at, day);
                return closed.No(out var c, out var noClose) ? noClose.Code : Post(null, c.Moves) + $" pays {c.Refund}";
            case ["has", var asset]:
                return Shop.Assets[asset].Unit == AssetUnit.Fen
                    ? new Money(_shop.Balance(asset)).ToString()
                    : $"{_shop.Balance(asset)}";
            case ["usable", var asset]:
                return $"{Lots.UsableSum(book, Shop.Assets[asset].Id, at, day)}";
            default:
                throw new ArgumentException("Not a command: " + string.Join(' ', words), nameof(words));
        }
    }

    private string Refund(string name, long amount)
    {
        var refunds = _refunds.TryGetValue(name, out var list) ? list : _refunds[name] = [];
        var taken = Taken.Of(_shop.Book, _named[name].Entries, refunds.SelectMany(r => r.Entries));
        var outcome = ReverseSpend.Decide(_shop.Book, new(taken, amount, _revive, null, _shop.At, _shop.Day));
        if (outcome.No(out var back, out var refusal))
            return refusal.Code;
        var answer = Post(name + " refund", back.Moves);
        if (!back.Moves.IsEmpty)
            refunds.Add(_named[name + " refund"]);
        return answer + (back.Forfeited > 0 ? $" forfeited {back.Forfeited}" : "");
    }

    private string Post(string? name, Outcome<Moves> outcome)
    {
        if (outcome.No(out var moves, out var refusal))
            return refusal.Code;
        if (moves.IsEmpty)
            return "ok";
        var plan = _shop.Post(moves);
        if (name is not null)
            _named[name] = plan;
        return "ok"
            + string.Concat(
                Shop.Assets.All.Where(a => moves.List.Any(m => m.Asset == a.Id))
                    .Select(a => Changed(a, moves.Total(a.Id)))
            );
    }

    private static string Changed(Asset asset, long amount) =>
        $" {asset.Code} {(amount < 0 ? "" : "+")}{(asset.Unit == AssetUnit.Fen ? new Money(amount).ToString() : amount)}";

    private static bool Fen(Book book, Entry entry) =>
        Shop.Assets[book.Accounts.Single(a => a.Id == entry.Account).Asset].Unit == AssetUnit.Fen;

    private static string? Option(string[] words, string name)
    {
        var i = Array.IndexOf(words, name);
        return i < 0 ? null : words[i + 1];
    }

    private static (Money Pay, Money Bonus) Two(string sums)
    {
        var parts = sums.Split('+');
        return (Yuan(parts[0]), parts.Length == 2 ? Yuan(parts[1]) : Money.Zero);
    }

    private static Money Yuan(string text) => new((long)(decimal.Parse(text, CultureInfo.InvariantCulture) * 100));
}

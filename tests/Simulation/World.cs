using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Shuke.Simulation;

/// <summary>An invariant does not hold: the seed and the step say where.</summary>
internal sealed class Broken(string what) : Exception(what);

/// <summary>
/// One shop's life from one seed, in virtual time: members top up, spend, earn, return, stamp, merge; days pass; three
/// nodes with clocks that differ decide on what they read; commits fail before, after, or collide, and clients repeat them
/// with the same key. What clients were told must be what the store holds, after every step.
/// </summary>
internal sealed class World
{
    private const int Members = 6;
    private const int Nodes = 3;
    private static readonly CardLimits Limits = CardLimits.Shipped;
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.CreateCustomTimeZone(
        "shop",
        TimeSpan.FromHours(8),
        "shop",
        "shop"
    );

    public static readonly AssetSet Assets = new([
        new(new(1), AssetCodes.Principal, AssetKind.Principal, AssetUnit.Fen, true, false, Expiry.Never),
        new(new(2), AssetCodes.Bonus, AssetKind.Bonus, AssetUnit.Fen, true, false, Expiry.AfterMonths(12)),
        new(new(3), AssetCodes.Points, AssetKind.Points, AssetUnit.Point, true, true, Expiry.PointsDefault),
        new(new(4), AssetCodes.Growth, AssetKind.Growth, AssetUnit.Point, false, false, Expiry.Never),
        new(new(5), "stamps", AssetKind.Counter, AssetUnit.Count, false, false, Expiry.Never),
        new(new(6), "cups", AssetKind.Times, AssetUnit.Count, true, false, Expiry.AfterDays(90)),
        new(new(7), "beans", AssetKind.Points, AssetUnit.Point, true, false, Expiry.RollingDays(30)),
    ]);

    private static readonly PunchRule Card = new(new(5), 10, new(6), 1, Expiry.AfterDays(90), "punch:1");

    private readonly Random _random;
    private readonly Bug _bug;
    private readonly Store _store;
    private readonly IncrementalHash _trace = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly Dictionary<(MemberId, string), long> _told = [];
    private readonly List<(MemberId Member, PostingId Posting, AssetId[] Assets)> _tickets = [];
    private readonly List<(MemberId Member, PostingId Posting)> _topUps = [];
    private readonly Dictionary<MemberId, MemberId> _mergedInto = [];
    private readonly HashSet<MemberId> _overLimit = [];
    private readonly long[] _skewMs = new long[Nodes];
    private Instant _now = Instant.From(new DateTimeOffset(2026, 1, 15, 2, 0, 0, TimeSpan.Zero));
    private long _ids = 1_000;
    private int _members;
    private int _step;
    private int _depth;

    public World(int seed, Bug bug = Bug.None)
    {
        (_random, _bug, _store) = (new(seed), bug, new(Assets, bug));
        for (var node = 0; node < Nodes; node++)
            _skewMs[node] = _random.Next(-90_000, 90_001);
        for (var i = 0; i < Members; i++)
            Join();
    }

    /// <summary>How often something was decided, refused, unknown to a client, or decided in vain.</summary>
    public (int Done, int Refused, int Unknown, int Conflicts) Counts { get; private set; }

    /// <summary>Lives so many steps; answers the hash of everything that happened.</summary>
    public string Live(int steps)
    {
        try
        {
            for (_step = 1; _step <= steps; _step++)
                Step();
            foreach (var member in Enumerable.Range(1, _members).Select(i => new MemberId(i)))
                Prove(member);
        }
        catch (Exception e) when (e is InvalidOperationException or OverflowException or ArgumentException)
        {
            throw new Broken(string.Create(CultureInfo.InvariantCulture, $"step {_step}: {e.Message}"));
        }
        return Convert.ToHexStringLower(_trace.GetHashAndReset());
    }

    private MemberId Join()
    {
        var member = new MemberId(++_members);
        _store.Open(new(member, Registered: _random.Next(5) != 0));
        return member;
    }

    private void Step()
    {
        var member = Someone();
        if (_random.Next(12) == 0)
            Pass();
        else
            Do(member);
        Check(member);
    }

    /// <summary>Time passes: minutes, or days, so that lots run out and bonus is released.</summary>
    private void Pass()
    {
        _now = _now.Plus(
            _random.Next(3) == 0 ? TimeSpan.FromDays(_random.Next(1, 45)) : TimeSpan.FromMinutes(_random.Next(1, 900))
        );
        Note("time " + _now);
    }

    private MemberId Someone() => Living(new(_random.Next(1, _members + 1)));

    private MemberId Living(MemberId member)
    {
        while (_mergedInto.TryGetValue(member, out var into))
            member = into;
        return member;
    }

    private void Do(MemberId member)
    {
        switch (_random.Next(100))
        {
            case < 18:
                TopUpSome(member);
                break;
            case < 42:
                Sell(member);
                break;
            case < 50:
                EarnBeans(member);
                break;
            case < 62 when _tickets.Count > 0:
                Return(_tickets[_random.Next(_tickets.Count)]);
                break;
            case < 68:
                Take(member);
                break;
            case < 74:
                Adjust(member);
                break;
            case < 82:
                Expiring(member);
                break;
            case < 88:
                Stamp(member);
                break;
            case < 91:
                Cup(member);
                break;
            case < 94 when _topUps.Count > 0:
                Undo(_topUps[_random.Next(_topUps.Count)]);
                break;
            case < 96:
                Close(member);
                break;
            case < 98:
                var frozen = !_store.IsFrozen(member);
                _store.Freeze(member, frozen);
                Note($"freeze {member} {frozen}");
                break;
            default:
                MergeSome(member);
                break;
        }
    }

    private void TopUpSome(MemberId member)
    {
        var pay = new Money(_random.Next(1, 60_000));
        var terms = TopUpTerms.FreeAmount with
        {
            Rule = "plan:1",
            Bonus = new(_random.Next(3) == 0 ? 0 : _random.Next(0, 20_000)),
            Points = _random.Next(0, 60),
            Order = (OrderOfUse)_random.Next(3),
            BonusReleases = _random.Next(1, 4),
        };
        var reply = Run(
            "topup",
            member,
            (at, day) =>
            {
                var book = _store.Load(member);
                return TopUp.Decide(book, new(pay, terms, Limits, at, day)).No(out var done, out var refusal)
                    ? Plan.No(refusal)
                    : new(
                        book,
                        done.Moves,
                        [(member, "stored", (pay + terms.Bonus).Fen), (member, "points", terms.Points)]
                    );
            }
        );
        if (reply is not null)
            _topUps.Add((member, reply.Posting));
    }

    /// <summary>A ticket as the till makes it: value, points, points earned, growth, a stamp, in one posting.</summary>
    private void Sell(MemberId member)
    {
        var (stored, spent, earned) = (
            _random.Next(1, 25_000),
            _random.Next(3) == 0 ? _random.Next(1, 80) : 0,
            _random.Next(0, 120)
        );
        Money? bonusMax = _random.Next(3) == 0 ? new(_random.Next(0, 3_000)) : null;
        var later = _random.Next(4) == 0 ? _random.Next(1, 8) : 0;
        var (points, growth, stamps) = (Assets.Points.Id, Assets.Growth.Id, new AssetId(5));
        var reply = Run(
            "sale",
            member,
            (at, day) =>
            {
                var book = _store.Load(member);
                if (
                    SpendStoredValue.Decide(book, new(new(stored), bonusMax, at, day)).No(out var paid, out var refusal)
                )
                    return Plan.No(refusal);
                if ((paid.Principal + paid.Bonus).Fen != stored)
                    throw new Broken("what was paid is not what was asked");
                var moves = paid.Moves;
                if (spent > 0)
                {
                    if (
                        SpendPoints.Decide(book.Apply(moves), new(points, spent, at, day)).No(out var used, out refusal)
                    )
                        return Plan.No(refusal);
                    moves += used;
                }
                moves += Earn.Decide(book.Apply(moves), new(points, earned, "rule:1", at, day, later)).Value;
                moves += Earn.Decide(book.Apply(moves), new(growth, earned, "rule:1", at, day)).Value;
                moves += Earn.Decide(book.Apply(moves), new(stamps, 1, "rule:1", at, day)).Value;
                return new(
                    book,
                    moves,
                    [
                        (member, "stored", -stored),
                        (member, "points", earned - spent),
                        (member, "growth", earned),
                        (member, "stamps", 1),
                    ]
                );
            }
        );
        if (reply is not null)
        {
            _tickets.Add((member, reply.Posting, [Assets.Principal.Id, Assets.Bonus.Id]));
            if (spent > 0)
                _tickets.Add((member, reply.Posting, [points]));
        }
    }

    private void EarnBeans(MemberId member)
    {
        var (beans, amount) = (new AssetId(7), _random.Next(1, 40));
        var spend = _random.Next(2) == 0;
        Run(
            "beans",
            member,
            (at, day) =>
            {
                var book = _store.Load(member);
                if (!spend)
                    return new(
                        book,
                        Earn.Decide(book, new(beans, amount, "rule:2", at, day)).Value,
                        [(member, "beans", amount)]
                    );
                return SpendPoints.Decide(book, new(beans, amount, at, day)).No(out var used, out var refusal)
                    ? Plan.No(refusal)
                    : new(book, used, [(member, "beans", -amount)]);
            }
        );
    }

    /// <summary>A part of what a ticket took comes back, to the member it belongs to now.</summary>
    private void Return((MemberId Member, PostingId Posting, AssetId[] Assets) ticket)
    {
        var share = _random.Next(1, 101);
        var revive = new RevivePolicy(30, _random.Next(2) == 0);
        var isStored = ticket.Assets.Length == 2;
        Run(
            "return",
            Living(ticket.Member),
            (at, day) =>
            {
                var member = Living(ticket.Member);
                var original = Of(_store.Postings, ticket);
                var back = _bug == Bug.RefundsTwice ? [] : Of(_store.Reversals, ticket);
                var lots = original.Concat(back).SelectMany(e => LotText.Read(e.Lots)).Select(m => m.Lot);
                var book = _store.Load(member, lots);
                var taken = Taken.Of(book, original, back);
                var left = taken.Sum(t => t.Outstanding);
                if (left == 0)
                    return Plan.No(LedgerReasons.NothingToRefund);
                var amount = Math.Max(left * share / 100, 1);
                var command = new ReverseSpendCommand(taken, amount, revive, isStored ? Limits : null, at, day);
                if (ReverseSpend.Decide(book, command).No(out var done, out var refusal))
                    return Plan.No(refusal);
                if (done.Restored + done.Forfeited != amount)
                    throw new Broken("a refund is neither given back nor forfeited");
                var expired = -done.Moves.List.Where(m => m.Counter == Counters.Expire).Sum(m => m.Amount);
                return new(
                    book,
                    done.Moves,
                    [(member, isStored ? "stored" : "points", done.Restored - expired)],
                    ticket.Posting
                );
            }
        );
        CheckReturned(ticket);
    }

    private static List<Entry> Of(
        Dictionary<PostingId, List<(AssetId Asset, Entry Entry)>> of,
        (MemberId Member, PostingId Posting, AssetId[] Assets) ticket
    ) =>
        of.TryGetValue(ticket.Posting, out var entries)
            ? [.. entries.Where(e => ticket.Assets.Contains(e.Asset)).Select(e => e.Entry)]
            : [];

    /// <summary>I17: no ticket gives back more than it took, however often it is returned.</summary>
    private void CheckReturned((MemberId Member, PostingId Posting, AssetId[] Assets) ticket)
    {
        var took = -Of(_store.Postings, ticket).Where(e => e.Amount < 0).Sum(e => e.Amount);
        var gave = Of(_store.Reversals, ticket)
            .Where(e => e.Counter == Counters.Refund && e.Amount > 0)
            .Sum(e => e.Amount);
        if (gave > took)
            throw new Broken($"I17: posting {ticket.Posting} took {took} and gave back {gave}");
    }

    private void Take(MemberId member)
    {
        var (amount, policy) = (_random.Next(1, 120), (TakeBackPolicy)_random.Next(3));
        Run(
            "takeback",
            member,
            (at, day) =>
            {
                var book = _store.Load(member);
                var done = TakeBack
                    .Decide(book, new(Assets.Points.Id, amount, [], policy, Money.Yuan(1), at, day))
                    .Value;
                if (done.Taken + done.Missing != amount)
                    throw new Broken("points taken back and missing are not those asked for");
                return new(book, done.Moves, [(member, "points", -done.Taken)]);
            }
        );
    }

    private void Adjust(MemberId member)
    {
        var (amount, up, asset) = (
            _random.Next(1, 300),
            _random.Next(2) == 0,
            new AssetId(_random.Next(2) == 0 ? 2 : 3)
        );
        var what = asset == Assets.Bonus.Id ? "stored" : "points";
        Run(
            "adjust",
            member,
            (at, day) =>
            {
                var book = _store.Load(member);
                var decided = up
                    ? GrantLot.Decide(book, new(asset, amount, Counters.Adjust, "hand", Limits, at, day))
                    : AdjustDown.Decide(book, new(asset, amount, at, day));
                return decided.No(out var moves, out var refusal)
                    ? Plan.No(refusal)
                    : new(book, moves, [(member, what, up ? amount : -amount)]);
            }
        );
    }

    /// <summary>The night's work. What leaves must have been past its last day (I14).</summary>
    private void Expiring(MemberId member) =>
        Run(
            "expire",
            member,
            (at, day) =>
            {
                var book = _store.Load(member);
                var moves = Expire.Decide(book, at, _bug == Bug.ExpiresEarly ? day.AddDays(1) : day);
                foreach (var lot in moves.List.SelectMany(m => m.Lots))
                    if (book.Lot(lot.Lot).ExpiresOn is not { } last || last >= day)
                        throw new Broken(
                            $"I14: lot {lot.Lot} was booked out on {day}, it ends on {book.Lot(lot.Lot).ExpiresOn}"
                        );
                return new(book, moves, Effects(member, moves));
            }
        );

    private void Stamp(MemberId member) =>
        Run(
            "punch",
            member,
            (at, day) =>
            {
                var book = _store.Load(member);
                var full = book.Balance(Card.Stamps) / Card.Every;
                return new(
                    book,
                    Punch.Decide(book, Card, at, day),
                    [(member, "stamps", -full * Card.Every), (member, "cups", full * Card.RewardCount)]
                );
            }
        );

    private void Cup(MemberId member) =>
        Run(
            "cup",
            member,
            (at, day) =>
            {
                var book = _store.Load(member);
                return SpendTimes.Decide(book, new(Card.Reward, 1, at, day)).No(out var used, out var refusal)
                    ? Plan.No(refusal)
                    : new(book, used, [(member, "cups", -1)]);
            }
        );

    private void Undo((MemberId Member, PostingId Posting) topUp)
    {
        if (_mergedInto.ContainsKey(topUp.Member) || _store.Reversals.ContainsKey(topUp.Posting))
            return;
        Run(
            "undo",
            topUp.Member,
            (at, day) =>
            {
                var lots = _store
                    .Postings[topUp.Posting]
                    .Where(e => Assets[e.Asset].IsStoredValue)
                    .SelectMany(e => LotText.Read(e.Entry.Lots))
                    .Select(m => m.Lot)
                    .ToList();
                var book = _store.Load(topUp.Member, lots);
                return ReverseTopUp.Decide(book, new(lots, at, day)).No(out var moves, out var refusal)
                    ? Plan.No(refusal)
                    : new(book, moves, Effects(topUp.Member, moves), topUp.Posting);
            }
        );
    }

    /// <summary>The card is closed: all of it is paid out or forfeited, and never more is paid than was paid in.</summary>
    private void Close(MemberId member)
    {
        var basis = (RefundBasis)_random.Next(2);
        Run(
            "close",
            member,
            (at, day) =>
            {
                var book = _store.Load(member, everyStoredLot: true);
                if (CloseCard.Decide(book, basis, at, day).No(out var done, out var refusal))
                    return Plan.No(refusal);
                var held = book.Balance(Assets.Principal.Id) + book.Balance(Assets.Bonus.Id);
                if (done.Refund.IsNegative || done.Refund.Fen > held)
                    throw new Broken($"a card that held {held} was paid out {done.Refund.Fen}");
                return new(book, done.Moves, [(member, "stored", -held)]);
            }
        );
    }

    private void MergeSome(MemberId into)
    {
        var from = Someone();
        if (into == from || _members > Members * 3)
            return;
        var reply = Run(
            "merge",
            into,
            (at, day) =>
            {
                var (a, b) = (_store.Load(into, everyStoredLot: true), _store.Load(from, everyStoredLot: true));
                if (Merge.Decide(a, b, at, day).No(out var moves, out var refusal))
                    return Plan.No(refusal);
                var effects = moves
                    .List.GroupBy(m => (m.Member, What: What(m.Asset)))
                    .Select(g => (g.Key.Member, g.Key.What, g.Sum(m => m.Amount)))
                    .ToList();
                // I36: what one gives the other gets, asset by asset.
                if (moves.List.GroupBy(m => m.Asset).Any(g => g.Sum(m => m.Amount) != 0))
                    throw new Broken("I36: a merge made or lost value");
                return new(a.Join(b), moves, effects);
            }
        );
        if (reply is null)
            return;
        _overLimit.Add(into);
        _mergedInto[from] = into;
        Join();
        Check(from);
    }

    private static List<(MemberId, string, long)> Effects(MemberId member, Moves moves) =>
        [.. moves.List.GroupBy(m => What(m.Asset)).Select(g => (member, g.Key, g.Sum(m => m.Amount)))];

    private static string What(AssetId asset) => Assets[asset].IsStoredValue ? "stored" : Assets[asset].Code;

    private sealed record Plan(
        Book Book,
        Moves Moves,
        IReadOnlyList<(MemberId Member, string What, long By)> Effects,
        PostingId? ReversalOf = null,
        Refusal? Refusal = null
    )
    {
        public static Plan No(Refusal refusal) => new(null!, Moves.None, [], null, refusal);
    }

    /// <summary>
    /// A client's request until its last word. Any node may get it, each time another; a commit may fail with nobody told;
    /// another request may come in between reading and writing.
    /// </summary>
    private Reply? Run(string name, MemberId member, Func<Instant, BusinessDay, Plan> decide)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"{name}-{++_ids}");
        while (true)
        {
            if (_store.Remembered(key) is { } before)
                return Told(key, before);
            var at = new Instant(_now.UnixMs + _skewMs[_random.Next(Nodes)]);
            var day = BusinessDay.Of(at, Zone, 0);
            var plan = decide(at, day);
            if (plan.Refusal is { } refusal)
            {
                Counts = Counts with { Refused = Counts.Refused + 1 };
                Note($"{key} {refusal.Code}");
                return null;
            }
            if (plan.Moves.IsEmpty)
                return null;
            if (_depth == 0 && _random.Next(10) == 0)
                Interrupt(member);
            var sealedPlan = Posting.Seal(
                plan.Book,
                Header(name, key, at, day, plan.ReversalOf),
                plan.Moves,
                () => ++_ids
            );
            var reply = new Reply(name, sealedPlan.Header.Id, plan.Effects);
            var fate = _random.Next(20) switch
            {
                0 => Fate.FailsBefore,
                1 => Fate.FailsAfter,
                _ => Fate.Fine,
            };
            switch (_store.Commit(key, sealedPlan, reply, fate))
            {
                case Committed.Done:
                    return Told(key, reply);
                case Committed.Unknown:
                    Counts = Counts with { Unknown = Counts.Unknown + 1 };
                    Note($"{key} unknown");
                    if (_random.Next(4) == 0)
                        Pass();
                    break;
                case Committed.Conflict:
                    Counts = Counts with { Conflicts = Counts.Conflicts + 1 };
                    Note($"{key} conflict");
                    break;
            }
        }
    }

    /// <summary>Another request for the same member, from reading to writing, while this one is deciding.</summary>
    private void Interrupt(MemberId member)
    {
        _depth++;
        Do(Living(member));
        _depth--;
    }

    private Reply Told(string key, Reply reply)
    {
        foreach (var (member, what, by) in reply.Effects)
            _told[(member, what)] = _told.GetValueOrDefault((member, what)) + by;
        Counts = Counts with { Done = Counts.Done + 1 };
        Note($"{key} ok {reply.Posting} {string.Join(',', reply.Effects.Select(e => $"{e.Member}{e.What}{e.By}"))}");
        return reply;
    }

    private static PostingHeader Header(string kind, string key, Instant at, BusinessDay day, PostingId? reversalOf) =>
        new(
            new(1),
            new(long.Parse(key[(key.LastIndexOf('-') + 1)..], CultureInfo.InvariantCulture)),
            kind,
            "order",
            key,
            new(2),
            new(3),
            "till",
            at,
            day,
            "",
            reversalOf,
            Chain.Format,
            key
        );

    private void Note(string what) => _trace.AppendData(Encoding.UTF8.GetBytes(what + "\n"));

    /// <summary>What must hold of a member after every step.</summary>
    private void Check(MemberId member)
    {
        var lots = _store.LotsOf(member).ToLookup(l => l.Account);
        var totals = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var account in _store.Accounts(member))
        {
            var asset = Assets[account.Asset];
            var entries = _store.Entries.GetValueOrDefault(account.Id) ?? [];
            if (
                entries.Count == 0
                || entries[^1].Entry.BalanceAfter != account.Balance
                || entries[^1].Entry.Seq != account.Seq
            )
                throw new Broken($"I3: account {account.Id} is not where its last entry left it");
            if (account.Seq != entries.Count)
                throw new Broken($"I4: account {account.Id} has number {account.Seq} after {entries.Count} entries");
            if (account.Balance != account.TotalIn - account.TotalOut)
                throw new Broken($"I3: account {account.Id} is not what came in less what went out");
            if (account.Balance < 0 && !asset.MayGoNegative)
                throw new Broken($"I5: {asset.Code} of {member} is below zero");
            if (lots[account.Id].Any(l => l.Remaining < 0 || l.Remaining > l.Granted))
                throw new Broken(
                    $"I12: a lot of {asset.Code} of {member} holds less than nothing or more than it was given"
                );
            if (asset.HasLots && lots[account.Id].Sum(l => l.Remaining) != Math.Max(account.Balance, 0))
                throw new Broken($"I12/I16: lots of {asset.Code} of {member} are not the balance");
            totals[What(account.Asset)] = totals.GetValueOrDefault(What(account.Asset)) + account.Balance;
        }
        foreach (var what in new[] { "stored", "points", "growth", "stamps", "cups", "beans" })
            if (totals.GetValueOrDefault(what) != _told.GetValueOrDefault((member, what)))
                throw new Broken(
                    $"I9/I11: {member} holds {totals.GetValueOrDefault(what)} {what}, clients were told {_told.GetValueOrDefault((member, what))}"
                );
        if (totals.GetValueOrDefault("stored") > 500_000 && !_overLimit.Contains(member))
            throw new Broken($"I33: the card of {member} holds more than the law allows");
    }

    /// <summary>At the end the product's own verifier walks every chain, and a rebuild gives the same rows.</summary>
    private void Prove(MemberId member)
    {
        Check(member);
        foreach (var account in _store.Accounts(member))
        {
            var lots = _store.LotsOf(member).Where(l => l.Account == account.Id).ToImmutableArray();
            var entries = _store.Entries[account.Id];
            if (Verifier.Check(account, Assets[account.Asset], lots, entries) is { } wrong)
                throw new Broken($"I27: {wrong}");
            var (rebuilt, rebuiltLots) = Rebuild.Of(account, lots, entries);
            if (rebuilt != account || !rebuiltLots.SequenceEqual(lots.OrderBy(l => l.Id)))
                throw new Broken($"I29: account {account.Id} is not what its entries rebuild");
        }
    }
}

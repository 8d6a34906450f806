using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Shuke.Core.Ledger;
using Shuke.Core.Rewards;
using Shuke.Server.Modules.Ledger;
using Shuke.Server.Modules.Members;
using Shuke.Server.Modules.Org;

namespace Shuke.Server.Modules.Rewards;

/// <summary>
/// Draws: GET, POST /rewards/draws, PUT /rewards/draws/{id}; POST .../play lets a member draw; POST .../reveal closes the
/// round and shows its seed; GET .../rounds/{round} holds all it takes to work every result out again.
/// </summary>
public static class Draws
{
    /// <param name="Id">null for a new prize</param>
    /// <param name="Weight">share of the odds</param>
    /// <param name="Stock">how many in all; null = no end</param>
    public sealed record PrizeForm(
        PrizeId? Id,
        [StringLength(40, MinimumLength = 1)] string TitleZh,
        [StringLength(80)] string TitleEn,
        [Range(1, 1_000_000_000)] long Weight,
        [Range(0, 1_000_000_000)] long? Stock,
        [Range(1, 1_000_000_000)] long? PerDay,
        bool IsNothing,
        [MaxLength(10)] IReadOnlyList<Effect> Effects
    );

    /// <param name="CostPoints">a turn without a chance costs so many points; null = chances only</param>
    /// <param name="PerDayMax">turns of a member a day; 0 = no limit</param>
    /// <param name="GuaranteeAfter">after so many turns without a prize the next one wins; 0 = no guarantee</param>
    public sealed record Request(
        [StringLength(40, MinimumLength = 1)] string Name,
        DrawLook Look,
        [Range(1, 1_000_000)] long? CostPoints,
        [Range(0, 10_000)] int PerDayMax,
        [Range(0, 10_000)] int GuaranteeAfter,
        BusinessDay? ValidFrom,
        BusinessDay? ValidTo,
        [MaxLength(20)] IReadOnlyList<PrizeForm> Prizes,
        bool Active = true
    );

    /// <summary>A prize with its published odds.</summary>
    /// <param name="OddsPpm">chance in a million</param>
    public sealed record Prize(
        PrizeId Id,
        string TitleZh,
        string TitleEn,
        long Weight,
        long OddsPpm,
        long? Stock,
        long? PerDay,
        bool IsNothing,
        IReadOnlyList<Effect> Effects,
        long Given,
        long GivenToday
    );

    /// <param name="Commitment">SHA-256 of the seed of the open round, in hex</param>
    /// <param name="Turns">turns in the open round so far</param>
    public sealed record Reply(
        DrawId Id,
        string Name,
        DrawLook Look,
        long? CostPoints,
        int PerDayMax,
        int GuaranteeAfter,
        BusinessDay? ValidFrom,
        BusinessDay? ValidTo,
        bool Active,
        IReadOnlyList<Prize> Prizes,
        long Round,
        string Commitment,
        long Turns,
        long Version
    ) : IVersioned;

    public sealed record PlayRequest(MemberId MemberId);

    /// <param name="Left">chances left after this turn</param>
    public sealed record Turn(
        long Round,
        long Number,
        PrizeId PrizeId,
        string Prize,
        bool Won,
        DrawTurn How,
        long Ticket,
        long Left,
        string Commitment
    );

    /// <summary>One turn of a round with all that decided it.</summary>
    /// <param name="Right">whether seed and number give this result; null while the seed is sealed</param>
    public sealed record Played(
        long Number,
        long MemberNumber,
        long Ticket,
        PrizeId Landed,
        PrizeId Won,
        DrawTurn How,
        long MissesBefore,
        IReadOnlyList<PrizeUse> Uses,
        Instant At,
        bool? Right
    );

    /// <param name="Seed">hex; null until the round is closed</param>
    public sealed record Proof(
        long Round,
        string Commitment,
        string? Seed,
        IReadOnlyList<DrawPrize> Prizes,
        int GuaranteeAfter,
        long Turns,
        Instant OpenedAt,
        Instant? ClosedAt,
        bool? AllRight,
        IReadOnlyList<Played> Plays
    );

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Get("/rewards/draws", Permission.RewardsPlay, List).WithSummary("Draws with their published odds.");
        routes.Post("/rewards/draws", Permission.RewardsEdit, Add).WithSummary("Add a draw.");
        routes.Put("/rewards/draws/{id}", Permission.RewardsEdit, Change).WithSummary("Change a draw.");
        routes.Post("/rewards/draws/{id}/play", Permission.RewardsPlay, Handle).WithSummary("Let a member draw.");
        routes
            .Post("/rewards/draws/{id}/reveal", Permission.RewardsEdit, Reveal)
            .WithSummary("Close the round, show its seed, open the next.");
        routes
            .Get("/rewards/draws/{id}/rounds/{round}", Permission.RewardsView, Show)
            .WithSummary("A round with all it takes to check it.");
    }

    public static async Task<Outcome<IReadOnlyList<Reply>>> List(DbRead db, Caller caller)
    {
        var today = await ShowRule.Today(db, caller);
        var replies = new List<Reply>();
        foreach (
            var row in await db.All<DrawRow>(
                "SELECT * FROM draw WHERE merchant_id = @m ORDER BY active DESC, id DESC LIMIT 100"
            )
        )
            replies.Add(await View(db, row, today));
        return replies;
    }

    public static async Task<Outcome<Reply>> Add(Request request, Tx tx, Caller caller, Vault vault)
    {
        if (await WhyNot(tx, request) is { } refusal)
            return refusal;
        var row = new DrawRow(
            tx.Merchant,
            tx.NewId<Core.Kinds.Draw>(),
            request.Name.Trim(),
            request.Look,
            request.CostPoints,
            request.PerDayMax,
            request.GuaranteeAfter,
            request.ValidFrom,
            request.ValidTo,
            request.Active,
            1
        );
        await tx.Insert(row);
        await SavePrizes(tx, row.Id, request.Prizes);
        await DrawBook.Open(tx, vault, row);
        tx.Audit(new(caller, "draw.added", "draw", row.Id.ToString(), After: request));
        return await View(tx, row, await ShowRule.Today(tx, caller));
    }

    /// <summary>New odds are a new round: the old one is closed and its seed shown.</summary>
    public static async Task<Outcome<Reply>> Change(
        DrawId id,
        Request request,
        IfMatch match,
        Tx tx,
        Caller caller,
        Vault vault
    )
    {
        if (await DrawBook.Find(tx, id) is null)
            return CommonReasons.NotFound.With(("what", "抽奖"));
        if (await WhyNot(tx, request) is { } refusal)
            return refusal;
        await DrawBook.Close(tx, vault, id);
        var touched = await tx.Execute(
            """
            UPDATE draw SET name = @Name, look = @Look, cost_points = @CostPoints, per_day_max = @PerDayMax,
                guarantee_after = @GuaranteeAfter, valid_from = @ValidFrom, valid_to = @ValidTo, active = @Active, version = version + 1
            WHERE merchant_id = @m AND id = @id AND version = @old
            """,
            new
            {
                id,
                old = match.Version,
                Name = request.Name.Trim(),
                request.Look,
                request.CostPoints,
                request.PerDayMax,
                request.GuaranteeAfter,
                request.ValidFrom,
                request.ValidTo,
                request.Active,
            }
        );
        if (touched == 0)
            return CommonReasons.Stale;
        await SavePrizes(tx, id, request.Prizes);
        var row = (await DrawBook.Find(tx, id))!;
        await DrawBook.Open(tx, vault, row);
        tx.Audit(new(caller, "draw.changed", "draw", id.ToString(), After: request));
        return await View(tx, row, await ShowRule.Today(tx, caller));
    }

    public static async Task<Outcome<Turn>> Handle(DrawId id, PlayRequest request, Tx tx, Caller caller, Vault vault)
    {
        if (await DrawBook.Find(tx, id) is not { } draw)
            return CommonReasons.NotFound.With(("what", "抽奖"));
        if (await MembersPublic.Get(tx, request.MemberId, caller.Language) is not { } member)
            return CommonReasons.NotFound.With(("what", "会员"));
        if (member.WhyNot() is { } gone)
            return gone;
        var store = await Happenings.StoreOf(tx, caller.StoreId);
        var day = store.DayOf(tx.Now);
        if (!draw.Active || draw.ValidFrom > day || draw.ValidTo < day)
            return RewardRefusals.DrawClosed;
        // Locks the round: turns come one after the other, so numbers have no gaps and no prize is counted twice.
        var round = await tx.One<RoundRow>(
            "UPDATE draw_round SET next = next + 1 WHERE merchant_id = @m AND draw_id = @id AND closed_at IS NULL RETURNING *",
            new { id }
        );
        if (round is null)
            return RewardRefusals.DrawClosed;
        if (await Pay(tx, caller, draw, member.Id, round, day, store) is { } refusal)
            return refusal;

        var prizes = (await DrawBook.Prizes(tx, id));
        var (misses, left) = await Player(tx, id, member.Id);
        var uses = prizes.ConvertAll(p => new PrizeUse(p.Id, p.Given, p.GivenDay == day ? p.GivenToday : 0));
        var number = round.Next - 1;
        var seed = Convert.FromHexString(vault.Unseal(tx.Merchant, round.SeedSealed));
        var result = FairDraw.Decide(
            Json.Parse<IReadOnlyList<DrawPrize>>(round.Prizes),
            uses,
            seed,
            number,
            misses,
            round.GuaranteeAfter
        );
        var won = prizes.First(p => p.Id == result.Won);
        if (!await Take(tx, won, day))
            throw new InvalidOperationException("A prize was gone although the round was locked.");
        await Note(tx, draw, round, number, member.Id, result, misses, uses, day, won);
        await TaskBook.Give(
            tx,
            GrantSource.Draw,
            id.Value,
            draw.Version,
            $"draw:{id}:{round.Round}:{number}",
            Happening.Custom,
            member.Id,
            Json.Parse<IReadOnlyList<Effect>>(won.Effects),
            (
                $"「{draw.Name}」第 {round.Round} 轮第 {number} 抽:{won.TitleZh}。",
                $"{draw.Name}, round {round.Round}, draw {number}: {won.Title(Language.En)}."
            ),
            store
        );
        return new Turn(
            round.Round,
            number,
            won.Id,
            won.Title(caller.Language),
            !won.IsNothing,
            result.Turn,
            result.Ticket,
            left,
            round.Commitment
        );
    }

    public static async Task<Outcome<Proof>> Reveal(DrawId id, Tx tx, Caller caller, Vault vault)
    {
        if (await DrawBook.Find(tx, id) is not { } draw)
            return CommonReasons.NotFound.With(("what", "抽奖"));
        if (await DrawBook.OpenRound(tx, id) is not { } open)
            return RewardRefusals.DrawClosed;
        await DrawBook.Close(tx, vault, id);
        await DrawBook.Open(tx, vault, draw);
        tx.Audit(new(caller, "draw.revealed", "draw", id.ToString(), After: new { open.Round }));
        return await Show(id, open.Round, tx);
    }

    public static async Task<Outcome<Proof>> Show(DrawId id, long round, DbRead db)
    {
        var row = await db.One<RoundRow>(
            "SELECT * FROM draw_round WHERE merchant_id = @m AND draw_id = @id AND round = @round",
            new { id, round }
        );
        if (row is null)
            return CommonReasons.NotFound.With(("what", "抽奖轮次"));
        var plays = await db.All<PlayRow>(
            "SELECT * FROM draw_play WHERE merchant_id = @m AND draw_id = @id AND round = @round ORDER BY number LIMIT 5000",
            new { id, round }
        );
        var members = await MembersPublic.GetMany(db, plays.Select(p => p.MemberId).Distinct().ToArray());
        var prizes = Json.Parse<IReadOnlyList<DrawPrize>>(row.Prizes);
        var seed = row.Seed is null ? null : Convert.FromHexString(row.Seed);
        var played = plays.ConvertAll(p =>
        {
            var uses = Json.Parse<IReadOnlyList<PrizeUse>>(p.Uses);
            bool? right = seed is null
                ? null
                : FairDraw.Decide(prizes, uses, seed, p.Number, p.MissesBefore, row.GuaranteeAfter)
                    == new DrawResult(p.Ticket, p.LandedId, p.WonId, p.Turn);
            var number = members.TryGetValue(p.MemberId, out var m) ? m.Number : 0;
            return new Played(
                p.Number,
                number,
                p.Ticket,
                p.LandedId,
                p.WonId,
                p.Turn,
                p.MissesBefore,
                uses,
                p.At,
                right
            );
        });
        bool? all = seed is null
            ? null
            : FairDraw.Commitment(seed) == row.Commitment
                && played.TrueForAll(p => p.Right == true)
                && plays.Count == Math.Min(row.Next - 1, 5_000);
        return new Proof(
            row.Round,
            row.Commitment,
            row.Seed,
            prizes,
            row.GuaranteeAfter,
            row.Next - 1,
            row.OpenedAt,
            row.ClosedAt,
            all,
            played
        );
    }

    private static async Task<Refusal?> WhyNot(DbRead db, Request request)
    {
        var prizes = request.Prizes;
        var isSound =
            prizes.Count is >= 2 and <= 20
            && prizes.Count(p => p.IsNothing) == 1
            && prizes.All(p => !p.IsNothing || (p.Stock is null && p.PerDay is null && p.Effects.Count == 0));
        if (!isSound)
            return RewardRefusals.PrizesInvalid;
        foreach (var prize in prizes.Where(p => p.Effects.Count > 0))
            if (prize.Effects.Any(e => e.RateBp > 0) || await RuleCheck.Effects(db, prize.Effects) is not null)
                return await RuleCheck.Effects(db, prize.Effects) ?? RewardRefusals.PrizesInvalid;
        return null;
    }

    /// <summary>Prizes keep their id and what was given of them; one that is left out is not drawn any more.</summary>
    private static async Task SavePrizes(Tx tx, DrawId draw, IReadOnlyList<PrizeForm> forms)
    {
        var before = (await DrawBook.Prizes(tx, draw)).ToDictionary(p => p.Id);
        await tx.Execute(
            "UPDATE draw_prize SET active = FALSE WHERE merchant_id = @m AND draw_id = @draw",
            new { draw }
        );
        for (var i = 0; i < forms.Count; i++)
        {
            var (f, position) = (forms[i], i);
            if (f.Id is { } id && before.TryGetValue(id, out var old))
                await tx.Execute(
                    """
                    UPDATE draw_prize SET position = @position, title_zh = @TitleZh, title_en = @TitleEn, weight = @Weight,
                        stock = @stock, per_day = @PerDay, is_nothing = @IsNothing, effects = @effects, active = TRUE
                    WHERE merchant_id = @m AND id = @id
                    """,
                    new
                    {
                        id,
                        position,
                        f.TitleZh,
                        f.TitleEn,
                        f.Weight,
                        stock = f.Stock < old.Given ? old.Given : f.Stock,
                        f.PerDay,
                        f.IsNothing,
                        effects = Json.Text(f.Effects),
                    }
                );
            else
                await tx.Insert(
                    new PrizeRow(
                        tx.Merchant,
                        tx.NewId<Core.Kinds.Prize>(),
                        draw,
                        position,
                        f.TitleZh,
                        f.TitleEn,
                        f.Weight,
                        f.Stock,
                        f.PerDay,
                        f.IsNothing,
                        Json.Text(f.Effects),
                        0,
                        null,
                        0,
                        Active: true
                    )
                );
        }
    }

    /// <summary>A chance is used first; without one the turn costs points, where the draw says so.</summary>
    private static async Task<Refusal?> Pay(
        Tx tx,
        Caller caller,
        DrawRow draw,
        MemberId member,
        RoundRow round,
        BusinessDay day,
        StoreInfo store
    )
    {
        if (draw.PerDayMax > 0)
        {
            var today = await tx.One<long>(
                "SELECT COUNT(*) FROM draw_play WHERE merchant_id = @m AND member_id = @member AND draw_id = @Id AND day = @day",
                new
                {
                    member,
                    draw.Id,
                    day,
                }
            );
            if (today >= draw.PerDayMax)
                return RewardRefusals.DrawsToday.With(("n", today), ("max", draw.PerDayMax));
        }
        var used = await tx.Execute(
            """
            UPDATE draw_player SET chances = chances - 1
            WHERE merchant_id = @m AND draw_id = @Id AND member_id = @member AND chances > 0
            """,
            new { draw.Id, member }
        );
        if (used == 1)
            return null;
        if (draw.CostPoints is not { } cost)
            return RewardRefusals.NoChance;
        var book = await LedgerPublic.Lock(tx, await LedgerPublic.Assets(tx), member);
        if (SpendPoints.Decide(book, new(book.Assets.Points.Id, cost, tx.Now, day)).No(out var moves, out var refusal))
            return refusal;
        var note = new PostingNote(
            "draw",
            "draw",
            string.Create(CultureInfo.InvariantCulture, $"{draw.Id}:{round.Round}:{round.Next - 1}"),
            day,
            "till",
            store.Id,
            caller.StaffId,
            draw.Name
        );
        await LedgerPublic.Post(tx, book, note, moves);
        return null;
    }

    private static async Task<(long Misses, long Left)> Player(Tx tx, DrawId draw, MemberId member)
    {
        await DrawBook.AddChances(tx, draw, member, 0);
        return await tx.One<(long, long)>(
            "SELECT misses, chances FROM draw_player WHERE merchant_id = @m AND draw_id = @draw AND member_id = @member",
            new { draw, member }
        );
    }

    /// <summary>Counts the prize as given, if there is one: the last wall against giving too many.</summary>
    private static async Task<bool> Take(Tx tx, PrizeRow prize, BusinessDay day) =>
        await tx.Execute(
            """
            UPDATE draw_prize SET given = given + 1,
                given_today = CASE WHEN given_day = @day THEN given_today + 1 ELSE 1 END, given_day = @day
            WHERE merchant_id = @m AND id = @Id AND (stock IS NULL OR given < stock)
                AND (per_day IS NULL OR given_day IS NULL OR given_day <> @day OR given_today < per_day)
            """,
            new { prize.Id, day }
        ) == 1;

    private static async Task Note(
        Tx tx,
        DrawRow draw,
        RoundRow round,
        long number,
        MemberId member,
        DrawResult result,
        long misses,
        IReadOnlyList<PrizeUse> uses,
        BusinessDay day,
        PrizeRow won
    )
    {
        await tx.Insert(
            new PlayRow(
                tx.Merchant,
                draw.Id,
                round.Round,
                number,
                member,
                result.Ticket,
                result.Landed,
                result.Won,
                result.Turn,
                misses,
                Json.Text(uses),
                day,
                tx.Now,
                null
            )
        );
        await tx.Execute(
            "UPDATE draw_player SET misses = @misses WHERE merchant_id = @m AND draw_id = @Id AND member_id = @member",
            new
            {
                draw.Id,
                member,
                misses = won.IsNothing ? misses + 1 : 0,
            }
        );
        tx.Tell(
            new MemberDrew(tx.Merchant, draw.Id, round.Round, number, member, result.Won, result.Turn, day, tx.Now)
        );
    }

    private static async Task<Reply> View(DbRead db, DrawRow row, BusinessDay today)
    {
        var prizes = await DrawBook.Prizes(db, row.Id);
        var total = prizes.Sum(p => p.Weight);
        var round = await DrawBook.OpenRound(db, row.Id);
        return new(
            row.Id,
            row.Name,
            row.Look,
            row.CostPoints,
            row.PerDayMax,
            row.GuaranteeAfter,
            row.ValidFrom,
            row.ValidTo,
            row.Active,
            prizes.ConvertAll(p => new Prize(
                p.Id,
                p.TitleZh,
                p.TitleEn,
                p.Weight,
                Divide.Exact((Int128)p.Weight * 1_000_000, total, Rounding.HalfUp),
                p.Stock,
                p.PerDay,
                p.IsNothing,
                Json.Parse<IReadOnlyList<Effect>>(p.Effects),
                p.Given,
                p.GivenDay == today ? p.GivenToday : 0
            )),
            round?.Round ?? 0,
            round?.Commitment ?? "",
            (round?.Next ?? 1) - 1,
            row.Version
        );
    }
}

using System.ComponentModel.DataAnnotations;
using Shuke.Core.Rewards;

namespace Shuke.Server.Modules.Rewards;

/// <summary>
/// POST /rewards/rules, PUT /rewards/rules/{id}, PUT /rewards/rules/{id}/state: a marketer makes, changes, tests, runs and
/// stops a reward rule. Every change is a version that stays; what was granted keeps pointing at the version that granted.
/// </summary>
public static class EditRule
{
    /// <param name="State">for a new rule: test or running</param>
    public sealed record Request(
        [StringLength(30, MinimumLength = 1)] string Form,
        [StringLength(40, MinimumLength = 1)] string Name,
        Trigger Trigger,
        [MaxLength(20)] IReadOnlyList<Effect> Effects,
        [MaxLength(10)] IReadOnlyList<Cap> Caps,
        Validity Validity,
        Core.Conditions.Clause? Condition = null,
        [Range(-1_000, 1_000)] int Priority = 0,
        [StringLength(20)] string Group = "",
        [Range(0, 365)] int HoldDays = 0,
        bool Review = false,
        RuleState State = RuleState.Running
    )
    {
        internal RuleBody Body() =>
            new(
                Form,
                Name.Trim(),
                Trigger,
                Effects,
                Caps,
                Validity,
                Condition ?? Core.Conditions.Clause.Always,
                Priority,
                Group.Trim(),
                HoldDays,
                Review
            );
    }

    public sealed record StateRequest(RuleState State);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Post("/rewards/rules", Permission.RewardsEdit, Handle).WithSummary("Add a reward rule.");
        routes.Put("/rewards/rules/{id}", Permission.RewardsEdit, Change).WithSummary("Change a reward rule.");
        routes
            .Put("/rewards/rules/{id}/state", Permission.RewardsEdit, Switch)
            .WithSummary("Test, run or stop a reward rule.");
    }

    public static async Task<Outcome<ShowRule.Reply>> Handle(Request request, Tx tx, Caller caller)
    {
        var body = request.Body();
        if (await RuleCheck.WhyNot(tx, body) is { } refusal)
            return refusal;
        var row = new RuleRow(
            tx.Merchant,
            tx.NewId<Core.Kinds.RewardRule>(),
            body.Form,
            body.Name,
            request.State,
            body.Trigger.On,
            Json.Text(body),
            1,
            tx.Now
        );
        await tx.Insert(row);
        await Keep(tx, caller, row);
        tx.Audit(new(caller, "reward_rule.added", "reward_rule", row.Id.ToString(), After: request));
        return await ShowRule.Handle(row.Id, tx, caller);
    }

    public static async Task<Outcome<ShowRule.Reply>> Change(
        RewardRuleId id,
        Request request,
        IfMatch match,
        Tx tx,
        Caller caller
    )
    {
        if (await Rules.Find(tx, id) is not { } before)
            return CommonReasons.NotFound.With(("what", "奖励规则"));
        var body = request.Body();
        if (await RuleCheck.WhyNot(tx, body) is { } refusal)
            return refusal;
        var row = before with
        {
            Form = body.Form,
            Name = body.Name,
            Happening = body.Trigger.On,
            Body = Json.Text(body),
            Version = match.Version + 1,
        };
        if (!await Save(tx, row))
            return CommonReasons.Stale;
        await Keep(tx, caller, row);
        tx.Audit(
            new(caller, "reward_rule.changed", "reward_rule", id.ToString(), Json.Parse<RuleBody>(before.Body), body)
        );
        return await ShowRule.Handle(id, tx, caller);
    }

    public static async Task<Outcome<ShowRule.Reply>> Switch(
        RewardRuleId id,
        StateRequest request,
        IfMatch match,
        Tx tx,
        Caller caller
    )
    {
        if (await Rules.Find(tx, id) is not { } before)
            return CommonReasons.NotFound.With(("what", "奖励规则"));
        if (before.State == request.State)
            return RewardRefusals.SameState;
        var row = before with { State = request.State, Version = match.Version + 1 };
        if (!await Save(tx, row))
            return CommonReasons.Stale;
        // What a test counted is no use of the real limits, and the clock does not catch up over a time of rest.
        if (before.State == RuleState.Test)
            await tx.Execute("DELETE FROM reward_counter WHERE merchant_id = @m AND rule_id = @id", new { id });
        await tx.Execute("DELETE FROM reward_clock WHERE merchant_id = @m AND rule_id = @id", new { id });
        await Keep(tx, caller, row);
        tx.Audit(
            new(
                caller,
                "reward_rule.switched",
                "reward_rule",
                id.ToString(),
                new { before.State },
                new { request.State }
            )
        );
        return await ShowRule.Handle(id, tx, caller);
    }

    private static async Task<bool> Save(Tx tx, RuleRow row) =>
        await tx.Execute(
            """
            UPDATE reward_rule SET form = @Form, name = @Name, state = @State, happening = @Happening, body = @Body, version = @Version
            WHERE merchant_id = @m AND id = @Id AND version = @old
            """,
            new
            {
                row.Id,
                row.Form,
                row.Name,
                row.State,
                row.Happening,
                row.Body,
                row.Version,
                old = row.Version - 1,
            }
        ) == 1;

    private static Task Keep(Tx tx, Caller caller, RuleRow row) =>
        tx.Insert(new RuleVersionRow(tx.Merchant, row.Id, row.Version, row.State, row.Body, caller.StaffId, tx.Now));
}

using System.ComponentModel.DataAnnotations;
using Shuke.Core.Members;
using Shuke.Server.Modules.Org;

namespace Shuke.Server.Modules.Members;

/// <summary>How this merchant numbers new cards.</summary>
public sealed record CardSetting : ISetting
{
    public static string Name => "members.cards";

    public CardNumberRule Rule { get; init; } = new();
}

/// <summary>GET /cards/rule and PUT /cards/rule: the number rule of new cards, with the numbers it would make next.</summary>
public static class CardRule
{
    private const int SamplesShown = 3;

    public sealed record Request(
        [StringLength(8)] string Prefix,
        [Range(CardNumbers.LengthMin, CardNumbers.LengthMax)] int Length,
        bool CheckDigit,
        bool SkipFour
    );

    public sealed record Reply(string Prefix, int Length, bool CheckDigit, bool SkipFour, IReadOnlyList<string> Next);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Get("/cards/rule", Permission.CardsManage, Show).WithSummary("The number rule of new cards.");
        routes.Put("/cards/rule", Permission.SettingsEdit, Handle).WithSummary("Change the number rule of new cards.");
    }

    public static async Task<Outcome<Reply>> Show(DbRead db) =>
        await Describe(db, (await OrgPublic.Setting<CardSetting>(db)).Rule);

    public static async Task<Outcome<Reply>> Handle(Request request, Tx tx, Caller caller)
    {
        var rule = new CardNumberRule(
            request.Prefix.Trim().ToUpperInvariant(),
            request.Length,
            request.CheckDigit,
            request.SkipFour
        );
        if (!CardNumbers.IsValid(rule))
            return MemberReasons.CardRuleInvalid;
        var before = (await OrgPublic.Setting<CardSetting>(tx)).Rule;
        await OrgPublic.SaveSetting(tx, new CardSetting { Rule = rule });
        tx.Audit(new(caller, "card_rule.changed", "setting", CardSetting.Name, before, rule));
        return await Describe(tx, rule);
    }

    private static async Task<Reply> Describe(DbRead db, CardNumberRule rule)
    {
        var next =
            await db.One<long?>(
                "SELECT next FROM member_counter WHERE merchant_id = @m AND name = @name",
                new { name = SeriesOf(rule) }
            ) ?? 1;
        var samples = CardNumbers.Next(rule, next, SamplesShown);
        return new(rule.Prefix, rule.Length, rule.CheckDigit, rule.SkipFour, samples.IsOk ? samples.Value.Numbers : []);
    }

    /// <summary>Rules that make numbers of one prefix and length share one run of serials.</summary>
    internal static string SeriesOf(CardNumberRule rule) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"card:{rule.Prefix}:{rule.Length}");
}

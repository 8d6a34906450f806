namespace Shuke.Core.Rewards;

/// <summary>What is counted for a task or a badge; money in fen, everything else in pieces.</summary>
public enum FeatKind
{
    CheckIns,
    Purchases,
    Spent,
    TopUps,

    /// <summary>Different stores bought at.</summary>
    Stores,

    /// <summary>Different categories bought of those named.</summary>
    Categories,
    Friends,
    ProfileCompleted,

    /// <summary>Own events of a name, told by the till, the member app or a partner.</summary>
    Custom,
}

/// <summary>How often a task can be done.</summary>
public enum TaskPeriod
{
    Once,
    Day,
    Week,
    Month,
}

/// <summary>A task (任务): so much of something in a period, for a reward.</summary>
/// <param name="After">the task of the chain that must be done first</param>
/// <param name="ByHand">the member claims the reward; else it is given at once</param>
public sealed record TaskTerms(
    FeatKind Kind,
    long Target,
    TaskPeriod Period,
    BusinessDay? From,
    BusinessDay? To,
    IReadOnlyList<CategoryId> Categories,
    string Name,
    RewardTaskId? After,
    bool ByHand
)
{
    /// <summary>The period a day belongs to and its first and last day.</summary>
    public (string Name, BusinessDay First, BusinessDay Last) PeriodOf(BusinessDay day)
    {
        var (name, first, last) = Period switch
        {
            TaskPeriod.Once => ("", new BusinessDay(DateOnly.MinValue), new BusinessDay(DateOnly.MaxValue)),
            TaskPeriod.Day => (day.ToString(), day, day),
            TaskPeriod.Week => Week(day),
            TaskPeriod.Month => (day.ToString()[..7], day.FirstOfMonth, day.LastOfMonth),
        };
        return (name, From > first ? From.Value : first, To < last ? To.Value : last);
    }

    public bool IsOn(BusinessDay day) => !(From > day) && !(To < day);

    private static (string, BusinessDay, BusinessDay) Week(BusinessDay day)
    {
        var monday = day.AddDays(-(((int)day.Date.DayOfWeek + 6) % 7));
        return ($"w{monday}", monday, monday.AddDays(6));
    }
}

/// <summary>How far a task is; worked out from what happened, so a refund takes progress back by itself.</summary>
public static class Feats
{
    /// <param name="events">the member's events, net of what came back, in the period that counts</param>
    public static long Count(
        FeatKind kind,
        string name,
        IReadOnlyList<CategoryId> categories,
        IReadOnlyList<RewardEvent> events
    )
    {
        IEnumerable<RewardEvent> Of(Happening happening) => events.Where(e => e.Kind == happening);
        var bought = Of(Happening.Purchased).Where(e => e.Amount.IsPositive);
        return kind switch
        {
            FeatKind.CheckIns => Of(Happening.CheckedIn).Count(),
            FeatKind.Purchases => bought.Count(e =>
                categories.Count == 0 || e.LinesOrNone.Any(l => l.Categories.Any(categories.Contains))
            ),
            FeatKind.Spent => bought.Sum(e => e.Amount.Fen),
            FeatKind.TopUps => Of(Happening.ToppedUp).Sum(e => e.Amount.Fen),
            FeatKind.Stores => bought.Select(e => e.Store).Distinct().Count(),
            FeatKind.Categories => categories.Count(c =>
                bought.Any(e => e.LinesOrNone.Any(l => l.Categories.Contains(c)))
            ),
            FeatKind.Friends => Of(Happening.Referred).Count(e => e.Side == Side.Member),
            FeatKind.ProfileCompleted => Of(Happening.ProfileCompleted).Any() ? 1 : 0,
            FeatKind.Custom => Of(Happening.Custom).Count(e => e.Name == name),
        };
    }

    /// <summary>The level reached: how many of the rising thresholds the count has passed.</summary>
    public static int Level(IReadOnlyList<long> thresholds, long count) => thresholds.Count(t => count >= t);
}

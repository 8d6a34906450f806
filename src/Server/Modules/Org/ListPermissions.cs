namespace Shuke.Server.Modules.Org;

/// <summary>GET /permissions: everything a role may allow, grouped, in the words of a shop, and how far one's own rights reach.</summary>
public static class ListPermissions
{
    public sealed record Reply(IReadOnlyList<Group> Groups, IReadOnlyList<LimitChoice> Limits);

    public sealed record Group(string Code, string Name, IReadOnlyList<Choice> Permissions);

    public sealed record Choice(Permission Permission, string Name, bool Yours);

    /// <param name="Unit">percent (basis points), money (fen) or points</param>
    /// <param name="Max">the most one may give</param>
    /// <param name="Permission">the permission this limit belongs to</param>
    public sealed record LimitChoice(Limit Limit, string Name, LimitUnit Unit, long Max, Permission Permission);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.Get("/permissions", Permission.SignedIn, Handle).WithSummary("What a role may allow.");

    public static Task<Reply> Handle(DbRead _, Caller caller)
    {
        var groups = Enum.GetValues<Permission>()
            .Where(p => p > Permission.Owner)
            .GroupBy(PermissionWords.GroupOf)
            .Select(g => new Group(
                g.Key.Code,
                g.Key.With().In(caller.Language),
                [.. g.Select(p => new Choice(p, PermissionWords.Of(p).In(caller.Language), caller.May(p)))]
            ));
        var limits = Enum.GetValues<Limit>()
            .Select(l => new LimitChoice(
                l,
                LimitWords.Name(l).With().In(caller.Language),
                LimitWords.UnitOf(l),
                Math.Min(caller.LimitOf(l), LimitWords.MaxOf(l)),
                LimitWords.PermissionOf(l)
            ));
        return Task.FromResult(new Reply([.. groups], [.. limits]));
    }
}

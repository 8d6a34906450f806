namespace Shuke.Server.Modules.Org;

/// <summary>POST /roles/explain: the sentences a role's limits make, before it is saved.</summary>
public static class ExplainRole
{
    public sealed record Reply(IReadOnlyList<string> Sentences);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.Ask("/roles/explain", Permission.SignedIn, Handle).WithSummary("A role's limits as sentences.");

    public static Task<Reply> Handle(RoleForm request, DbRead _, Caller caller) =>
        Task.FromResult(new Reply(LimitWords.Sentences(request.Permissions, request.Limits, caller.Language)));
}

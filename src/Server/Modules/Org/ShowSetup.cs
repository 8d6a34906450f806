namespace Shuke.Server.Modules.Org;

/// <summary>GET /setup: whether the wizard is needed, and the industries to choose from.</summary>
public static class ShowSetup
{
    public sealed record Reply(bool Needed, bool CodeNeeded, IReadOnlyList<Choice> Templates);

    public sealed record Choice(string Code, string Name, string Description);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.Get("/setup", Permission.Anyone, Handle).WithSummary("Is the first-run wizard needed?");

    public static async Task<Outcome<Reply>> Handle(DbRead db, Caller caller, SetupCode code)
    {
        db.OpenPlatformDoor();
        return new Reply(
            await db.One<long>("SELECT COUNT(*) FROM merchant") == 0,
            code.Needed,
            [
                .. Templates.All.Select(t => new Choice(
                    t.Code,
                    t.Name.With().In(caller.Language),
                    t.Description.With().In(caller.Language)
                )),
            ]
        );
    }
}

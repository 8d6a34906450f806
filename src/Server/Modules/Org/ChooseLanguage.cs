namespace Shuke.Server.Modules.Org;

/// <summary>PUT /session/language: the language somebody reads, on every device.</summary>
public static class ChooseLanguage
{
    public sealed record Request(Language Language);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .Session("PUT", "/session/language", Permission.SignedIn, Handle)
            .WithSummary("Read in another language.");

    public static async Task<Outcome<ShowSession.Reply>> Handle(Request request, Tx tx, Caller caller)
    {
        await tx.Execute(
            "UPDATE staff SET language = @language WHERE merchant_id = @m AND id = @id",
            new { request.Language, id = caller.Staff }
        );
        SessionGate.Clear();
        return await ShowSession.Describe(tx, caller with { Language = request.Language });
    }
}

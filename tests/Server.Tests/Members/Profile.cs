namespace Shuke.Server.Tests.Members;

/// <summary>The body of an edit, with nothing filled in but the name.</summary>
public sealed record Profile(
    string Name,
    string Gender,
    object? Birthday,
    string Email,
    string Address,
    string Notes,
    string? PreferredStoreId,
    string? ConsultantId,
    IReadOnlyList<object> Fields,
    string? NewPhone
)
{
    public static Profile Of(string name) => new(name, "unknown", null, "", "", "", null, null, [], null);
}

namespace Shuke.Server.Modules.Org;

/// <summary>A shop was opened by the first-run wizard; each module sets up its part of the industry template.</summary>
public sealed record ShopOpened(
    MerchantId MerchantId,
    StoreId StoreId,
    StaffId OwnerId,
    string Template,
    Language Language
) : IFact
{
    public static string Name => "org.shop_opened.v1";
}

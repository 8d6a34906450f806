namespace Shuke.Server.Modules.Org;

public enum StoreKind
{
    Direct,
    Franchise,
    Online,
}

public enum StaffState
{
    Active,
    Disabled,
    Left,
}

[Table("merchant")]
internal sealed record MerchantRow(
    MerchantId MerchantId,
    string Name,
    string Template,
    Language Language,
    Instant CreatedAt,
    long Version = 1
);

[Table("store")]
internal sealed record StoreRow(
    MerchantId MerchantId,
    StoreId Id,
    string Code,
    string Name,
    StoreKind Kind,
    string Address,
    string Phone,
    string OpeningHours,
    string TimeZone,
    long CutoffMinutes,
    string ReceiptHeader,
    string ReceiptFooter,
    bool Active,
    long Version,
    Instant CreatedAt
);

[Table("role")]
internal sealed record RoleRow(
    MerchantId MerchantId,
    RoleId Id,
    string? Code,
    string Name,
    string Permissions,
    string Limits,
    bool AllStores,
    long Version
);

[Table("staff")]
internal sealed record StaffRow(
    MerchantId MerchantId,
    StaffId Id,
    string Number,
    string Name,
    string PhoneSealed,
    byte[] PhoneIndex,
    string PhoneTail,
    string? PasswordHash,
    string? PinHash,
    bool IsOwner,
    StaffState State,
    Language Language,
    long Version,
    Instant CreatedAt,
    /// <summary>The password is an initial secret, good until then; null once it is the person's own.</summary>
    Instant? SecretUntil = null
);

[Table("staff_role")]
internal sealed record StaffRoleRow(MerchantId MerchantId, StaffId StaffId, RoleId RoleId);

[Table("staff_store")]
internal sealed record StaffStoreRow(MerchantId MerchantId, StaffId StaffId, StoreId StoreId);

[Table("session")]
internal sealed record SessionRow(
    MerchantId MerchantId,
    SessionId Id,
    byte[] TokenHash,
    StaffId StaffId,
    StaffId OpenedBy,
    StoreId? StoreId,
    string Address,
    string Agent,
    Instant CreatedAt,
    Instant SeenAt,
    Instant ExpiresAt,
    Instant? EndedAt,
    bool ByPin = false
);

[Table("approval")]
internal sealed record ApprovalRow(
    MerchantId MerchantId,
    ApprovalId Id,
    byte[] CommandHash,
    StaffId AskedBy,
    StaffId ApprovedBy,
    string Reason,
    Instant CreatedAt,
    Instant ExpiresAt,
    Instant? UsedAt
);

[Table("setting")]
internal sealed record SettingRow(MerchantId MerchantId, long StoreId, string Name, string Value, long Version);

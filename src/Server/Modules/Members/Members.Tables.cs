using Shuke.Core.Members;

namespace Shuke.Server.Modules.Members;

[Table("member")]
internal sealed record MemberRow(
    MerchantId MerchantId,
    MemberId Id,
    long Number,
    string Name,
    string? PhoneSealed,
    string? PhoneMask,
    Gender Gender,
    BirthdayKind? BirthdayKind,
    int? BirthdayMonth,
    int? BirthdayDay,
    int? BirthdayYear,
    string? EmailSealed,
    string? AddressSealed,
    string Notes,
    MemberSource Source,
    StoreId? SourceStoreId,
    StaffId? SourceStaffId,
    StoreId? PreferredStoreId,
    StaffId? ConsultantId,
    MemberState State,
    MemberId? MergedInto,
    Instant? ActivatedAt,
    Instant CreatedAt,
    long Version
);

[Table("member_term")]
internal sealed record MemberTermRow(MerchantId MerchantId, string Term, MemberId MemberId);

[Table("card")]
internal sealed record CardRow(
    MerchantId MerchantId,
    CardId Id,
    string Number,
    string Tail,
    CardKind Kind,
    CardState State,
    MemberId? MemberId,
    CardId? ReplacedBy,
    Instant? BoundAt,
    StoreId? BoundStoreId,
    Instant CreatedAt,
    long Version
);

[Table("member_field")]
internal sealed record FieldRow(
    MerchantId MerchantId,
    FieldId Id,
    string Name,
    FieldKind Kind,
    string Choices,
    bool RequiredAtTill,
    long Position,
    bool Active,
    long Version
);

[Table("tag")]
internal sealed record TagRow(MerchantId MerchantId, TagId Id, string Name, TagColor Color, long Version);

[Table("member_consent")]
internal sealed record ConsentRow(
    MerchantId MerchantId,
    ConsentId Id,
    MemberId MemberId,
    ConsentPurpose Purpose,
    bool Granted,
    string TextVersion,
    ConsentChannel Channel,
    StaffId? StaffId,
    Instant At
);

[Table("member_merge")]
internal sealed record MergeRow(
    MerchantId MerchantId,
    MergeId Id,
    MemberId FromId,
    MemberId ToId,
    string Moved,
    string Reason,
    StaffId? StaffId,
    Instant At
);

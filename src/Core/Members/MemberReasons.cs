namespace Shuke.Core.Members;

/// <summary>Why something about a member or a card is refused.</summary>
public static class MemberReasons
{
    public static readonly Reason PhoneInvalid = new(
        "member_phone_invalid",
        RefusalKind.Rule,
        "手机号应为 11 位数字,以 1 开头。",
        "A mobile number has 11 digits and begins with 1."
    );
    public static readonly Reason PhoneTaken = new(
        "phone_taken",
        RefusalKind.Conflict,
        "手机号 {phone} 已经是会员:{name}。",
        "{phone} belongs to a member already: {name}."
    );
    public static readonly Reason BirthdayInvalid = new(
        "birthday_invalid",
        RefusalKind.Rule,
        "没有这样的生日,请检查月和日。",
        "There is no such birthday; check month and day."
    );
    public static readonly Reason Frozen = new(
        "member_frozen",
        RefusalKind.Conflict,
        "会员 {name} 已冻结,不能使用。",
        "Member {name} is frozen."
    );
    public static readonly Reason NotFrozen = new(
        "member_not_frozen",
        RefusalKind.Conflict,
        "会员 {name} 没有被冻结。",
        "Member {name} is not frozen."
    );
    public static readonly Reason Gone = new(
        "member_gone",
        RefusalKind.Conflict,
        "会员已注销或已合并,不能再修改。",
        "This member is closed or was merged into another."
    );
    public static readonly Reason FieldUnknown = new(
        "field_unknown",
        RefusalKind.Rule,
        "没有这个资料项,或已停用。",
        "There is no such field, or it is switched off."
    );
    public static readonly Reason FieldRequired = new(
        "field_required",
        RefusalKind.Rule,
        "请填写“{field}”。",
        "Please fill in '{field}'."
    );
    public static readonly Reason FieldInvalid = new(
        "field_invalid",
        RefusalKind.Rule,
        "“{field}”填写有误:{value}。",
        "'{field}' does not take this value: {value}."
    );
    public static readonly Reason FieldNameTaken = new(
        "field_name_taken",
        RefusalKind.Conflict,
        "已经有名为“{name}”的资料项。",
        "There is a field called '{name}' already."
    );
    public static readonly Reason FieldChoicesMissing = new(
        "field_choices_missing",
        RefusalKind.Rule,
        "单选项至少要有两个不同的选项。",
        "A choice needs at least two different options."
    );
    public static readonly Reason TagNameTaken = new(
        "tag_name_taken",
        RefusalKind.Conflict,
        "已经有名为“{name}”的标签。",
        "There is a tag called '{name}' already."
    );

    public static readonly Reason CardRuleInvalid = new(
        "card_rule_invalid",
        RefusalKind.Rule,
        "卡号规则有误:总长 6-20 位,前缀之外至少 4 位;带校验位时前缀只能是数字;跳过 4 时前缀不能含 4。",
        "The number rule does not work: 6-20 characters, at least 4 beside the prefix; digits only with a check digit; no 4 in the prefix when 4 is skipped."
    );
    public static readonly Reason CardNumbersExhausted = new(
        "card_numbers_exhausted",
        RefusalKind.Rule,
        "按当前规则卡号已用完,请加长卡号或更换前缀。",
        "The rule has no numbers left; make them longer or change the prefix."
    );
    public static readonly Reason CardNumberInvalid = new(
        "card_number_invalid",
        RefusalKind.Rule,
        "卡号应为 4-32 位字母或数字。",
        "A card number has 4-32 letters and digits."
    );
    public static readonly Reason CardTaken = new(
        "card_taken",
        RefusalKind.Conflict,
        "卡号 {number} 已经存在。",
        "Card {number} exists already."
    );
    public static readonly Reason CardUnknown = new(
        "card_unknown",
        RefusalKind.Missing,
        "库存里没有卡号 {number},请先入库。",
        "Card {number} is not in stock; add it first."
    );
    public static readonly Reason CardNotBlank = new(
        "card_not_blank",
        RefusalKind.Conflict,
        "卡 {number} 不是空白卡,不能发放。",
        "Card {number} is not blank."
    );
    public static readonly Reason CardWrongState = new(
        "card_wrong_state",
        RefusalKind.Conflict,
        "卡 {number} 的当前状态不能这样操作。",
        "Card {number} is in a state that does not allow this."
    );
    public static readonly Reason CardUnusable = new(
        "card_unusable",
        RefusalKind.Conflict,
        "卡 {number} 已挂失、冻结或作废,不能使用。",
        "Card {number} is lost, frozen or void."
    );

    public static readonly Reason CodeWrong = new(
        "member_code_wrong",
        RefusalKind.Rule,
        "这不是有效的会员码。",
        "This is not a valid member code."
    );
    public static readonly Reason CodeExpired = new(
        "member_code_expired",
        RefusalKind.Conflict,
        "会员码已过期,请会员刷新后再扫。",
        "The code has expired; ask for a fresh one."
    );
    public static readonly Reason CodeUsed = new(
        "member_code_used",
        RefusalKind.Conflict,
        "会员码已经用过,请会员刷新后再扫。",
        "The code was used already; ask for a fresh one."
    );
}

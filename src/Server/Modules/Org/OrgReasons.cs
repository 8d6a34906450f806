namespace Shuke.Server.Modules.Org;

/// <summary>Why the organisation may say no.</summary>
public static class OrgReasons
{
    public static readonly Reason AlreadySetUp = new(
        "already_set_up",
        RefusalKind.Conflict,
        "店铺已经建好了,请直接登录。",
        "The shop exists already; please sign in."
    );
    public static readonly Reason UnknownTemplate = new(
        "template_unknown",
        RefusalKind.Rule,
        "没有这个行业模板。",
        "There is no such industry template."
    );
    public static readonly Reason PhoneInvalid = new(
        "phone_invalid",
        RefusalKind.Rule,
        "手机号应为 11 位数字,以 1 开头。",
        "A mobile number has 11 digits and begins with 1."
    );
    public static readonly Reason PasswordWeak = new(
        "password_weak",
        RefusalKind.Rule,
        "密码至少 8 位,不能是常见密码,也不能包含手机号或店名。",
        "The password needs at least 8 characters and must not be a common one, the phone number or the shop's name."
    );
    public static readonly Reason LoginWrong = new(
        "login_wrong",
        RefusalKind.Unauthenticated,
        "手机号或密码不对。",
        "The phone number or the password is wrong."
    );
    public static readonly Reason LoginThrottled = new(
        "login_throttled",
        RefusalKind.TooMany,
        "试错次数太多,请 {seconds} 秒后再试。",
        "Too many attempts; try again in {seconds} seconds."
    );
    public static readonly Reason PinWrong = new(
        "pin_wrong",
        RefusalKind.Unauthenticated,
        "PIN 不对。",
        "The PIN is wrong."
    );

    public static readonly Reason PinLocked = new(
        "pin_locked",
        RefusalKind.TooMany,
        "PIN 试错太多,这台设备请用密码重新登录。",
        "Too many wrong PINs; sign in with a password on this device."
    );
    public static readonly Reason PinOff = new(
        "pin_off",
        RefusalKind.Rule,
        "本店没有开启 PIN 切换,请用密码登录。",
        "Switching by PIN is turned off here; sign in with a password."
    );
    public static readonly Reason PinWeak = new(
        "pin_weak",
        RefusalKind.Rule,
        "PIN 应为 {min} 到 6 位数字,且不能是 1234、0000 这类号码。",
        "A PIN has {min} to 6 digits and must not be one like 1234 or 0000."
    );
    public static readonly Reason PasswordNeeded = new(
        "password_needed",
        RefusalKind.Forbidden,
        "请先用密码登录,再做这个操作。",
        "Sign in with a password to do this."
    );
    public static readonly Reason PasswordWrong = new(
        "password_wrong",
        RefusalKind.Rule,
        "原密码不对。",
        "The current password is wrong."
    );
    public static readonly Reason PasswordOld = new(
        "password_unchanged",
        RefusalKind.Rule,
        "新密码不能与原密码相同。",
        "The new password must differ from the old one."
    );
    public static readonly Reason SecretExpired = new(
        "secret_expired",
        RefusalKind.Unauthenticated,
        "初始密码已过期,请让店长重新生成。",
        "The initial password has expired; ask the manager for a new one."
    );
    public static readonly Reason SetupCodeWrong = new(
        "setup_code_wrong",
        RefusalKind.Forbidden,
        "开店码不对。它显示在服务器启动的窗口里。",
        "The setup code is wrong. It is shown in the window where the server was started."
    );
    public static readonly Reason CodeTaken = new(
        "store_code_taken",
        RefusalKind.Conflict,
        "门店编号 {code} 已被使用。",
        "The store code {code} is taken."
    );
    public static readonly Reason ZoneUnknown = new(
        "time_zone_unknown",
        RefusalKind.Rule,
        "没有这个时区。",
        "There is no such time zone."
    );
    public static readonly Reason LastStore = new(
        "last_store",
        RefusalKind.Rule,
        "至少要保留一家营业的门店。",
        "At least one store must stay open."
    );
    public static readonly Reason PhoneTaken = new(
        "staff_phone_taken",
        RefusalKind.Conflict,
        "这个手机号已是本店员工。",
        "Somebody on the staff has this phone number."
    );
    public static readonly Reason NumberTaken = new(
        "staff_number_taken",
        RefusalKind.Conflict,
        "工号 {number} 已被使用。",
        "The employee number {number} is taken."
    );
    public static readonly Reason RoleNeeded = new(
        "role_needed",
        RefusalKind.Rule,
        "请至少选择一个角色。",
        "Choose at least one role."
    );
    public static readonly Reason StaffStoreNeeded = new(
        "staff_store_needed",
        RefusalKind.Rule,
        "请至少选择一家门店。",
        "Choose at least one store."
    );
    public static readonly Reason BeyondYours = new(
        "rights_beyond_yours",
        RefusalKind.Forbidden,
        "不能给别人您自己没有的权限、额度或门店。",
        "You cannot hand out permissions, limits or stores that you do not have."
    );
    public static readonly Reason OwnerProtected = new(
        "owner_protected",
        RefusalKind.Rule,
        "店主不能被停用。请先由另一位店主取消其店主身份。",
        "An owner cannot be disabled; another owner has to take the ownership away first."
    );
    public static readonly Reason LastOwner = new(
        "last_owner",
        RefusalKind.Rule,
        "至少要有一位店主。",
        "There must be at least one owner."
    );
    public static readonly Reason NotYourself = new(
        "not_yourself",
        RefusalKind.Rule,
        "不能停用自己。",
        "You cannot disable yourself."
    );
    public static readonly Reason RoleNameTaken = new(
        "role_name_taken",
        RefusalKind.Conflict,
        "已有同名角色“{name}”。",
        "There is a role named {name} already."
    );
    public static readonly Reason LimitOutOfRange = new(
        "limit_out_of_range",
        RefusalKind.Rule,
        "额度超出范围:{limit}。",
        "The limit is out of range: {limit}."
    );
    public static readonly Reason ApproverSelf = new(
        "approver_self",
        RefusalKind.Forbidden,
        "不能批准自己的操作,请另一位同事批准。",
        "You cannot approve your own action; ask another person."
    );
    public static readonly Reason ApproverMay = new(
        "approver_not_allowed",
        RefusalKind.Forbidden,
        "{name} 没有在本店批准的权限。",
        "{name} may not approve at this store."
    );
    public static readonly Reason CommandHashInvalid = new(
        "command_hash_invalid",
        RefusalKind.Rule,
        "批准的对象不对,请重新提交那笔操作。",
        "What is to be approved is not valid; submit the operation again."
    );
    public static readonly Reason ExportTooLarge = new(
        "export_too_large",
        RefusalKind.Rule,
        "超过 {max} 条记录,请缩小日期范围。",
        "There are more than {max} records; choose fewer days."
    );
    public static readonly Reason JobEnded = new(
        "job_ended",
        RefusalKind.Conflict,
        "这个任务已经结束。",
        "This job has ended."
    );
}

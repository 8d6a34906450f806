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
}

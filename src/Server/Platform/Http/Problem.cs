using System.Text.Json;

namespace Shuke.Server.Platform;

/// <summary>The one mapping of a "no" to HTTP: RFC 9457 problem details with a stable code and a sentence for people.</summary>
internal static class Problem
{
    public static IResult Of(HttpContext http, Refusal refusal, byte[]? commandHash = null)
    {
        var language = http.Caller().IsSignedIn ? http.Caller().Language : LanguageOf(http.Request);
        return new ProblemResult(
            new ProblemBody(
                $"urn:shuke:{refusal.Code}",
                refusal.Sentence(language),
                StatusOf(refusal.Reason.Kind),
                refusal.Code,
                refusal.Args.Count == 0
                    ? null
                    : refusal.Args.ToDictionary(a => a.Key, a => Plain(a.Value), StringComparer.Ordinal),
                null,
                refusal.Code == HttpReasons.ApprovalRequired.Code && commandHash is not null
                    ? Convert.ToHexStringLower(commandHash)
                    : null,
                null
            )
        );
    }

    public static IResult BadShape(HttpContext http, IReadOnlyDictionary<string, string[]> errors) =>
        new ProblemResult(
            Body(HttpReasons.BadShape, LanguageOf(http.Request)) with
            {
                Status = StatusCodes.Status400BadRequest,
                Errors = errors,
            }
        );

    public static IResult Broken(HttpContext http, Reason reason, int status, string traceId) =>
        new ProblemResult(Body(reason, LanguageOf(http.Request)) with { Status = status, TraceId = traceId });

    private static ProblemBody Body(Reason reason, Language language) =>
        new(
            $"urn:shuke:{reason.Code}",
            ((Refusal)reason).Sentence(language),
            StatusOf(reason.Kind),
            reason.Code,
            null,
            null,
            null,
            null
        );

    public static Language LanguageOf(HttpRequest request) =>
        request.Headers.AcceptLanguage.ToString().StartsWith("en", StringComparison.OrdinalIgnoreCase)
            ? Language.En
            : Language.Zh;

    private static int StatusOf(RefusalKind kind) =>
        kind switch
        {
            RefusalKind.Rule => StatusCodes.Status422UnprocessableEntity,
            RefusalKind.Conflict => StatusCodes.Status409Conflict,
            RefusalKind.Missing => StatusCodes.Status404NotFound,
            RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
            RefusalKind.Unauthenticated => StatusCodes.Status401Unauthorized,
            RefusalKind.Stale => StatusCodes.Status412PreconditionFailed,
            RefusalKind.TooMany => StatusCodes.Status429TooManyRequests,
            RefusalKind.TooLarge => StatusCodes.Status413PayloadTooLarge,
        };

    private static object? Plain(object? value) =>
        value is null ? null : JsonSerializer.SerializeToElement(value, value.GetType(), Json.Options);

    private sealed class ProblemResult(ProblemBody body) : IResult
    {
        public Task ExecuteAsync(HttpContext http)
        {
            var response = http.Response;
            response.StatusCode = body.Status;
            response.ContentType = "application/problem+json; charset=utf-8";
            response.Headers.CacheControl = "no-store";
            if (
                body.Status
                is StatusCodes.Status429TooManyRequests
                    or StatusCodes.Status503ServiceUnavailable
                    or StatusCodes.Status409Conflict
            )
                response.Headers.RetryAfter = "1";
            return response.Body.WriteAsync(Json.Bytes(body, typeof(ProblemBody)), http.RequestAborted).AsTask();
        }
    }
}

/// <summary>What every refusal looks like on the wire.</summary>
public sealed record ProblemBody(
    string Type,
    string Title,
    int Status,
    string Code,
    IReadOnlyDictionary<string, object?>? Args,
    IReadOnlyDictionary<string, string[]>? Errors,
    string? CommandHash,
    string? TraceId
);

/// <summary>Refusals of the road itself, before a slice is reached.</summary>
public static class HttpReasons
{
    public static readonly Reason BadShape = new(
        "bad_request",
        RefusalKind.Rule,
        "填写的内容有误,请检查标出的项目。",
        "Some fields are not right; see the list."
    );
    public static readonly Reason NoSuchRoute = new(
        "no_such_address",
        RefusalKind.Missing,
        "没有这个地址。",
        "There is nothing at this address."
    );
    public static readonly Reason KeyMissing = new(
        "idempotency_key_missing",
        RefusalKind.Rule,
        "缺少 Idempotency-Key 请求头(8-80 位字母数字)。",
        "The Idempotency-Key header is missing (8-80 letters and digits)."
    );
    public static readonly Reason KeyReused = new(
        "idempotency_key_reused",
        RefusalKind.Rule,
        "这个请求编号已用于另一笔不同的请求,请刷新后重试。",
        "This key was used for a different request."
    );
    public static readonly Reason StillRunning = new(
        "still_running",
        RefusalKind.Conflict,
        "同一请求正在处理,请稍候。",
        "The same request is still running; try again in a moment."
    );
    public static readonly Reason SignInNeeded = new(
        "session_expired",
        RefusalKind.Unauthenticated,
        "登录已过期,请重新登录。购物车会保留。",
        "Your session has ended; please sign in again. The cart is kept."
    );
    public static readonly Reason NotAllowed = new(
        "permission_missing",
        RefusalKind.Forbidden,
        "您的角色没有“{permission}”权限,请找店长开通。",
        "Your role lacks the permission '{permission}'; ask the manager."
    );
    public static readonly Reason ForeignStore = new(
        "store_not_yours",
        RefusalKind.Forbidden,
        "您不在这家门店任职,不能在这里操作。",
        "You do not work at this store."
    );
    public static readonly Reason StoreNeeded = new(
        "store_needed",
        RefusalKind.Rule,
        "请先选择门店。",
        "Choose a store first."
    );
    public static readonly Reason CrossSite = new(
        "cross_site",
        RefusalKind.Forbidden,
        "请从本系统页面操作。",
        "This request came from another site."
    );
    public static readonly Reason IfMatchMissing = new(
        "if_match_missing",
        RefusalKind.Stale,
        "缺少版本号(If-Match),请刷新后再改。",
        "The If-Match header with the version is missing."
    );
    public static readonly Reason TooLarge = new(
        "body_too_large",
        RefusalKind.TooLarge,
        "内容太大。",
        "The body is too large."
    );
    public static readonly Reason NotJson = new(
        "not_json",
        RefusalKind.Rule,
        "请求必须是 JSON。",
        "The body must be JSON."
    );
    public static readonly Reason ApprovalRequired = new(
        "approval_required",
        RefusalKind.Forbidden,
        "超出您的权限额度({limit}),需要另一位有权限的同事批准。",
        "This exceeds your limit ({limit}); another person has to approve it."
    );
    public static readonly Reason ApprovalUnknown = new(
        "approval_unknown",
        RefusalKind.Forbidden,
        "没有这条批准,或它批准的是另一笔操作。",
        "There is no such approval, or it is for something else."
    );
    public static readonly Reason ApprovalUsed = new(
        "approval_used",
        RefusalKind.Conflict,
        "这条批准已经用过或已过期(10 分钟有效)。",
        "This approval was used already or has expired (10 minutes)."
    );
    public static readonly Reason Busy = new(
        "busy",
        RefusalKind.TooMany,
        "系统正忙,请稍候,系统会自动重试。",
        "The system is busy; try again in a moment."
    );
    public static readonly Reason Unknown = new(
        "outcome_unknown",
        RefusalKind.TooMany,
        "与数据库的连接中断,结果未知;用同一编号重试即可得到结果。",
        "The database went away and the outcome is unknown; repeat with the same key."
    );
    public static readonly Reason DiskFull = new(
        "disk_full",
        RefusalKind.TooMany,
        "磁盘已满,这一笔没有记下。请腾出空间,随后重试即可,不必重启。",
        "The disk is full and this was not written. Free some space and try again; no restart is needed."
    );
    public static readonly Reason DiskFailed = new(
        "disk_failed",
        RefusalKind.TooMany,
        "磁盘出错,暂停收款。请检查磁盘后重新启动程序;用同一编号重试即可得到结果。",
        "The disk failed and no money is taken. Check the disk and start the program anew; then repeat with the same key."
    );
    public static readonly Reason Broken = new(
        "internal_error",
        RefusalKind.Rule,
        "系统出错了,已记录。请把编号告诉客服。",
        "Something broke; it has been recorded. Please quote the number."
    );
}

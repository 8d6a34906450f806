using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Shuke.Server.Platform;

/// <summary>Around every read: opens one snapshot in the caller's merchant, answers with JSON or a problem.</summary>
internal static class ReadFilter
{
    public static ValueTask<object?> Run(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        Run(context, next, null);

    public static async ValueTask<object?> Run(
        EndpointFilterInvocationContext context,
        EndpointFilterDelegate next,
        Action<Ahead>? wants
    )
    {
        var http = context.HttpContext;
        if (Shape.Check(context.Arguments) is { Count: > 0 } errors)
            return Problem.BadShape(http, errors);
        await using var read = http.RequestServices.GetRequiredService<DbRead>();
        if (wants is null)
            await read.Open(http.Caller().MerchantId, http.RequestAborted);
        else
        {
            await read.OpenToAsk(http.Caller().MerchantId, http.RequestAborted);
            var ahead = new Ahead(read.Db) { Merchant = http.Caller().MerchantId };
            Configuration.Ahead(ahead);
            wants(ahead);
            await read.Fetch(ahead);
        }
        return await next(context) switch
        {
            IOutcome { Refusal: { } refusal } => Problem.Of(http, refusal),
            IOutcome outcome => Reply.Of(outcome.Value!),
            var value => Reply.Of(value!),
        };
    }
}

/// <summary>
/// Around every write: begin, ask whether this key was answered before, run the slice, remember the reply in the same
/// transaction, commit, answer. Nothing happens after the commit but the return.
/// </summary>
internal static class WriteFilter
{
    private const int TriesMax = 3;

    public static ValueTask<object?> Run(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        Run(context, next, remember: true);

    public static ValueTask<object?> RunUnremembered(
        EndpointFilterInvocationContext context,
        EndpointFilterDelegate next
    ) => Run(context, next, remember: false);

    private static async ValueTask<object?> Run(
        EndpointFilterInvocationContext context,
        EndpointFilterDelegate next,
        bool remember
    )
    {
        var http = context.HttpContext;
        var key = "";
        if (remember && !Once.TryReadKey(http.Request, out key))
            return Problem.Of(http, HttpReasons.KeyMissing);
        if (Shape.Check(context.Arguments) is { Count: > 0 } errors)
            return Problem.BadShape(http, errors);

        var merchant = http.Caller().MerchantId;
        var fingerprint = await Fingerprint.Of(http.Request);
        using var running = remember ? Once.Claim(merchant, key) : null;
        if (remember && running is null)
            return Problem.Of(http, HttpReasons.StillRunning);

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await Attempt(context, next, merchant, remember ? key : null, fingerprint);
            }
            catch (PostgresException e)
                when ((TryAgain.Helps(e) || e.ConstraintName == "once_pkey") && attempt < TriesMax)
            {
                // Nothing was written; nor was it where another process has just remembered the same key.
            }
        }
    }

    private static async Task<object?> Attempt(
        EndpointFilterInvocationContext context,
        EndpointFilterDelegate next,
        MerchantId merchant,
        string? key,
        byte[] fingerprint
    )
    {
        var http = context.HttpContext;
        var tx = http.RequestServices.GetRequiredService<Tx>();
        try
        {
            await tx.Open(merchant, http.RequestAborted);
            // Lock, then look: the other way round another process may answer this key in between.
            if (key is not null && !await Once.LockAcrossNodes(tx, key))
                return Problem.Of(http, HttpReasons.StillRunning);
            if (key is not null && await Once.Find(tx, key) is { } before)
                return Once.Repeat(http, before, fingerprint);

            if (await Approvals.Use(context, tx, fingerprint) is { } refused)
                return Problem.Of(http, refused);

            var result = await next(context);
            if (result is IOutcome { Refusal: { } refusal })
                return Problem.Of(http, refusal, fingerprint);
            var reply = Reply.Of(result is IOutcome outcome ? outcome.Value! : result!);
            if (key is not null)
                Once.Remember(tx, key, fingerprint, reply);
            await tx.Commit();
            return reply;
        }
        finally
        {
            await tx.Abandon();
        }
    }
}

/// <summary>Around every write that moves value: the same as <see cref="WriteFilter"/>, as one command of a lane's batch.</summary>
internal static class LaneFilter
{
    public static async ValueTask<object?> Run(
        EndpointFilterInvocationContext context,
        EndpointFilterDelegate next,
        Action<Ahead> wants
    )
    {
        var http = context.HttpContext;
        if (!Once.TryReadKey(http.Request, out var key))
            return Problem.Of(http, HttpReasons.KeyMissing);
        if (Shape.Check(context.Arguments) is { Count: > 0 } errors)
            return Problem.BadShape(http, errors);
        var merchant = http.Caller().MerchantId;
        var fingerprint = await Fingerprint.Of(http.Request);
        using var running = Once.Claim(merchant, key);
        if (running is null)
            return Problem.Of(http, HttpReasons.StillRunning);

        var probe = new Ahead(http.RequestServices.GetRequiredService<Db>()) { Merchant = merchant };
        wants(probe);
        var command = new LaneCommand(
            merchant,
            probe.LaneKey,
            ahead =>
            {
                Configuration.Ahead(ahead);
                Once.Ahead(ahead, key);
                wants(ahead);
            },
            tx => Handle(context, next, tx, key, fingerprint),
            http.RequestServices.GetRequiredService<Tx>()
        );
        return await http.RequestServices.GetRequiredService<Lanes>().Run(command);
    }

    private static async Task<LaneAnswer> Handle(
        EndpointFilterInvocationContext context,
        EndpointFilterDelegate next,
        Tx tx,
        string key,
        byte[] fingerprint
    )
    {
        var http = context.HttpContext;
        if (await Once.Find(tx, key) is { } before)
            return new(Once.Repeat(http, before, fingerprint), Keep: false);
        if (await Approvals.Use(context, tx, fingerprint) is { } refused)
            return new(Problem.Of(http, refused), Keep: false);
        var result = await next(context);
        if (result is IOutcome { Refusal: { } refusal })
            return new(Problem.Of(http, refusal, fingerprint), Keep: false);
        var reply = Reply.Of(result is IOutcome outcome ? outcome.Value! : result!);
        Once.Remember(tx, key, fingerprint, reply);
        return new(reply, Keep: true);
    }
}

internal static class Approvals
{
    /// <summary>A second person may have approved exactly this request: then their limits count beside the caller's.</summary>
    public static async Task<Refusal?> Use(EndpointFilterInvocationContext context, Tx tx, byte[] fingerprint)
    {
        var http = context.HttpContext;
        if (!http.Request.Headers.TryGetValue("Approval-Id", out var header))
            return null;
        if (!ApprovalId.TryParse(header, null, out var id))
            return HttpReasons.ApprovalUnknown;
        var use = http.RequestServices.GetRequiredService<UseApproval>();
        if ((await use(tx, http.Caller(), id, fingerprint)).No(out var caller, out var refusal))
            return refusal;
        for (var i = 0; i < context.Arguments.Count; i++)
            if (context.Arguments[i] is Caller)
                context.Arguments[i] = caller;
        return null;
    }
}

/// <summary>Spends an approval on one request: answers the caller with the approver's limits added, or refuses.</summary>
public delegate Task<Outcome<Caller>> UseApproval(Tx tx, Caller caller, ApprovalId approval, byte[] commandHash);

/// <summary>What a request says, in 32 bytes: method, address and body. Two requests with one key must agree in it.</summary>
internal static class Fingerprint
{
    public static async Task<byte[]> Of(HttpRequest request)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method}\n{request.Path}{request.QueryString}\n"));
        hash.AppendData(await request.BodyBytes());
        return hash.GetHashAndReset();
    }
}

/// <summary>The bytes of an answer, made once: they are what is sent, and what is remembered for a repeat.</summary>
internal sealed record Reply(int Status, byte[] Body, string? Etag, string ContentType, FileReply? File = null)
    : IResult
{
    public static Reply Of(object value)
    {
        if (value is FileReply file)
            return new(StatusCodes.Status200OK, file.Content, null, file.ContentType, file);
        return new(
            StatusCodes.Status200OK,
            Json.Bytes(value, value.GetType()),
            value is IVersioned versioned ? $"\"{versioned.Version}\"" : null,
            "application/json; charset=utf-8"
        );
    }

    public Task ExecuteAsync(HttpContext http)
    {
        var response = http.Response;
        if (
            Etag is not null
            && HttpMethods.IsGet(http.Request.Method)
            && http.Request.Headers.IfNoneMatch is [{ } known]
            && known == Etag
        )
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            response.Headers.ETag = Etag;
            return Task.CompletedTask;
        }
        response.StatusCode = Status;
        response.ContentType = ContentType;
        response.ContentLength = Body.Length;
        response.Headers.CacheControl = "no-store";
        if (Etag is not null)
            response.Headers.ETag = Etag;
        if (File is not null)
        {
            var name = Uri.EscapeDataString(File.Name);
            response.Headers.ContentDisposition = $"{(File.Inline ? "inline" : "attachment")}; filename*=UTF-8''{name}";
        }
        return response.Body.WriteAsync(Body, 0, Body.Length, http.RequestAborted);
    }
}

internal static class HttpContextExtensions
{
    private const string CallerKey = "shuke.caller";
    private const string BodyKey = "shuke.body";

    public static Caller Caller(this HttpContext http) => http.Items[CallerKey] as Caller ?? Platform.Caller.Nobody;

    public static void SetCaller(this HttpContext http, Caller caller) => http.Items[CallerKey] = caller;

    /// <summary>The body, read once and kept: for the fingerprint and for the binder.</summary>
    public static async Task<byte[]> BodyBytes(this HttpRequest request)
    {
        if (request.HttpContext.Items[BodyKey] is byte[] known)
            return known;
        using var memory = new MemoryStream((int)Math.Min(request.ContentLength ?? 0, BodyLimit.Default));
        await request.Body.CopyToAsync(memory, request.HttpContext.RequestAborted);
        var bytes = memory.ToArray();
        request.HttpContext.Items[BodyKey] = bytes;
        request.Body = new MemoryStream(bytes, writable: false);
        return bytes;
    }

    public static string TraceId(this HttpContext http) => Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier;
}

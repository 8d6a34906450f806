using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Shuke.Server.Modules.Org;

/// <summary>Opens and finds sessions. The cookie holds "merchant.token"; the database holds the token's hash.</summary>
internal static class Sessions
{
    public static async Task Open(Tx tx, HttpContext http, StaffRow staff, StoreId? store)
    {
        var token = RandomNumberGenerator.GetBytes(32);
        var life = TimeSpan.FromHours((await OrgPublic.Setting<SessionPolicy>(tx)).HoursMax);
        var row = new SessionRow(
            tx.Merchant,
            tx.NewId<Core.Kinds.Session>(),
            SHA256.HashData(token),
            staff.Id,
            staff.Id,
            store,
            http.Connection.RemoteIpAddress?.ToString() ?? "",
            Agent(http),
            tx.Now,
            tx.Now,
            tx.Now.Plus(life),
            null
        );
        await tx.Insert(row);
        http.Response.Cookies.Append(
            CookieName(http),
            $"{tx.Merchant}.{Convert.ToBase64String(token).TrimEnd('=').Replace('+', '-').Replace('/', '_')}",
            new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                Secure = http.Request.IsHttps,
                Path = "/",
                MaxAge = life,
            }
        );
    }

    /// <summary>Ends every session a person is in or has opened, but for one; the tills go back to the login page within a second.</summary>
    public static async Task EndAll(Tx tx, StaffId staff, SessionId? except = null)
    {
        await tx.Execute(
            "UPDATE session SET ended_at = @now WHERE merchant_id = @m AND (staff_id = @staff OR opened_by = @staff) AND ended_at IS NULL AND id <> @except",
            new
            {
                now = tx.Now,
                staff,
                except = except ?? default,
            }
        );
        SessionGate.Clear();
    }

    public static void Forget(HttpContext http)
    {
        http.Response.Cookies.Delete(CookieName(http), new CookieOptions { Path = "/", Secure = http.Request.IsHttps });
        http.Response.Headers["Clear-Site-Data"] = "\"cache\"";
    }

    // Over https the name itself makes the browser insist on Secure and on this host; a shop's PC serves plain http to itself.
    public static string CookieName(HttpContext http) => http.Request.IsHttps ? "__Host-shuke" : "shuke";

    private static string Agent(HttpContext http)
    {
        var agent = http.Request.Headers.UserAgent.ToString();
        return agent.Length > 200 ? agent[..200] : agent;
    }
}

/// <summary>On every request: who is asking. What is known is kept for one second, so a revoked session ends within that.</summary>
public static class SessionGate
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan NoteSeenEvery = TimeSpan.FromMinutes(5);
    private static readonly ConcurrentDictionary<string, (Caller Caller, Instant At)> Known = new(
        StringComparer.Ordinal
    );

    public static async Task Run(HttpContext http, RequestDelegate next)
    {
        if (http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
        {
            var address = http.Connection.RemoteIpAddress?.ToString() ?? "";
            var caller = http.Request.Cookies[Sessions.CookieName(http)] is { } cookie
                ? await Find(http, cookie)
                : Caller.Nobody;
            http.SetCaller(
                caller with
                {
                    Address = address,
                    Language = caller.IsSignedIn ? caller.Language : Problem.LanguageOf(http.Request),
                }
            );
        }
        await next(http);
    }

    /// <summary>Forgets what is kept, after a change of sessions, staff or roles on this node.</summary>
    public static void Clear() => Known.Clear();

    private static async Task<Caller> Find(HttpContext http, string cookie)
    {
        var db = http.RequestServices.GetRequiredService<Db>();
        if (Known.TryGetValue(cookie, out var known) && db.Now - known.At < Fresh)
            return known.Caller;
        if (Parse(cookie) is not var (merchant, hash))
            return Caller.Nobody;
        var caller = await Load(db, merchant, hash);
        if (Known.Count > 10_000)
            Known.Clear();
        Known[cookie] = (caller, db.Now);
        return caller;
    }

    private static (MerchantId, byte[])? Parse(string cookie)
    {
        var dot = cookie.IndexOf('.', StringComparison.Ordinal);
        if (dot <= 0 || cookie.Length is < 20 or > 100 || !MerchantId.TryParse(cookie[..dot], null, out var merchant))
            return null;
        var token = new byte[48];
        var text = cookie[(dot + 1)..].Replace('-', '+').Replace('_', '/');
        return Convert.TryFromBase64String(text + new string('=', (4 - text.Length % 4) % 4), token, out var length)
            ? (merchant, SHA256.HashData(token.AsSpan(0, length)))
            : null;
    }

    private static async Task<Caller> Load(Db db, MerchantId merchant, byte[] hash)
    {
        SessionAndStaff? found;
        Caller caller;
        await using (var read = await db.Read(merchant))
        {
            found = await read.One<SessionAndStaff>(
                """
                SELECT s.id, s.staff_id, p.id AS store_id, s.seen_at, s.expires_at, s.by_pin, t.name, t.is_owner, t.language, t.secret_until
                FROM session s JOIN staff t ON t.merchant_id = s.merchant_id AND t.id = s.staff_id
                LEFT JOIN store p ON p.merchant_id = s.merchant_id AND p.id = s.store_id AND p.active
                WHERE s.merchant_id = @m AND s.token_hash = @hash AND s.ended_at IS NULL AND t.state = 'active'
                """,
                new { hash }
            );
            if (found is null || read.Now >= found.ExpiresAt)
                return Caller.Nobody;
            var policy = await OrgPublic.Setting<SessionPolicy>(read);
            if (read.Now - found.SeenAt > TimeSpan.FromMinutes(policy.IdleMinutes))
                return Caller.Nobody;
            var rights = await Rights.Of(read, found.StaffId, found.IsOwner);
            caller = rights with
            {
                SessionId = found.Id,
                // A store that was closed, or that the person no longer works at, is left at once.
                StoreId = found.StoreId is { } store && rights.MayAt(store) ? store : null,
                Name = found.Name,
                Language = found.Language,
            };
            if (found.SecretUntil is not null)
                caller = Rights.Fresh(caller);
            else if (found.ByPin)
                caller = Rights.ByPin(caller);
        }
        if (db.Now - found.SeenAt > NoteSeenEvery)
        {
            await using var tx = await db.Begin(merchant);
            await tx.Execute(
                "UPDATE session SET seen_at = @now WHERE merchant_id = @m AND id = @id",
                new { now = tx.Now, id = found.Id }
            );
            await tx.Commit();
        }
        return caller;
    }

    private sealed record SessionAndStaff(
        SessionId Id,
        StaffId StaffId,
        StoreId? StoreId,
        Instant SeenAt,
        Instant ExpiresAt,
        string Name,
        bool IsOwner,
        Language Language,
        bool ByPin,
        Instant? SecretUntil
    );
}

using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Shuke.Server.Platform;

/// <summary>The middlewares every request passes, in the order of Program.cs.</summary>
internal static class Gates
{
    private const int SqliteIoError = 10;
    private const int SqliteFull = 13;
    private const int SqliteCannotOpen = 14;

    /// <summary>Whatever breaks inside is logged once and answered as a problem without a word about the inside.</summary>
    public static async Task Errors(HttpContext http, RequestDelegate next)
    {
        try
        {
            await next(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The client went away; there is nobody to answer.
        }
        catch (BadHttpRequestException e) when (!http.Response.HasStarted)
        {
            await BadRequest(http, e).ExecuteAsync(http);
        }
        catch (StoreMissingException) when (!http.Response.HasStarted)
        {
            await Problem.Of(http, HttpReasons.StoreNeeded).ExecuteAsync(http);
        }
        catch (BusyException) when (!http.Response.HasStarted)
        {
            await Problem
                .Broken(http, HttpReasons.Busy, StatusCodes.Status503ServiceUnavailable, http.TraceId())
                .ExecuteAsync(http);
        }
        catch (DiskFailedException) when (!http.Response.HasStarted)
        {
            await Problem
                .Broken(http, HttpReasons.DiskFailed, StatusCodes.Status503ServiceUnavailable, http.TraceId())
                .ExecuteAsync(http);
        }
        catch (Exception e) when (!http.Response.HasStarted)
        {
            var id = http.TraceId();
            var gone =
                e
                is NpgsqlException { IsTransient: true }
                    or NpgsqlException { InnerException: IOException or System.Net.Sockets.SocketException };
            http.RequestServices.GetRequiredService<ILoggerFactory>()
                .CreateLogger("Shuke.Request")
                .LogError(e, "Request failed ({TraceId})", id);
            var disk = (e as SqliteException)?.SqliteErrorCode switch
            {
                SqliteFull => HttpReasons.DiskFull,
                SqliteIoError or SqliteCannotOpen => HttpReasons.DiskFailed,
                _ => null,
            };
            await Problem
                .Broken(
                    http,
                    disk ?? (gone ? HttpReasons.Unknown : HttpReasons.Broken),
                    gone || disk is not null
                        ? StatusCodes.Status503ServiceUnavailable
                        : StatusCodes.Status500InternalServerError,
                    id
                )
                .ExecuteAsync(http);
        }
    }

    private static IResult BadRequest(HttpContext http, BadHttpRequestException e)
    {
        if (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
            return Problem.Of(
                http,
                http.GetEndpoint()?.Metadata.GetMetadata<BodyLimit>()?.Refusal ?? HttpReasons.TooLarge
            );
        if (e.StatusCode == StatusCodes.Status415UnsupportedMediaType)
            return Problem.Of(http, HttpReasons.NotJson);
        if (e.StatusCode == StatusCodes.Status428PreconditionRequired)
            return Problem.Of(http, HttpReasons.IfMatchMissing);
        var json = e.InnerException as JsonException;
        var field = json?.Path?.TrimStart('$').TrimStart('.');
        var message = json is null ? "The request could not be read." : FirstSentence(json.Message);
        return Problem.BadShape(
            http,
            new Dictionary<string, string[]>(StringComparer.Ordinal)
            {
                [string.IsNullOrEmpty(field) ? "body" : field] = [message],
            }
        );
    }

    // The serializer's message ends with type names and positions of our inside; people need the first sentence.
    private static string FirstSentence(string message)
    {
        var end = message.IndexOf(". ", StringComparison.Ordinal);
        var first = end < 0 ? message : message[..(end + 1)];
        return first.Contains("Shuke.", StringComparison.Ordinal) || first.Contains("System.", StringComparison.Ordinal)
            ? "This field is unknown, missing or of the wrong type."
            : first;
    }

    public static Task Headers(HttpContext http, RequestDelegate next)
    {
        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(self), usb=(self), serial=(self), geolocation=()";
        headers.ContentSecurityPolicy =
            "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; script-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
        return next(http);
    }

    /// <summary>Bounds the body before anything reads it, and refuses writes that another site's page sends.</summary>
    public static async Task Body(HttpContext http, RequestDelegate next)
    {
        var request = http.Request;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        {
            await next(http);
            return;
        }
        if (request.Headers["Sec-Fetch-Site"] is [{ } site] && site is "cross-site")
        {
            await Problem.Of(http, HttpReasons.CrossSite).ExecuteAsync(http);
            return;
        }
        var limit = http.GetEndpoint()?.Metadata.GetMetadata<BodyLimit>();
        var max = limit?.BytesMax ?? BodyLimit.Default;
        if (request.ContentLength > max)
        {
            await Problem.Of(http, limit?.Refusal ?? HttpReasons.TooLarge).ExecuteAsync(http);
            return;
        }
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
            feature.MaxRequestBodySize = max;
        await request.BodyBytes();
        await next(http);
    }

    /// <summary>No slice is reached without the permission it was published with.</summary>
    public static async Task Permissions(HttpContext http, RequestDelegate next)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<NeedsPermission>() is { } needs)
        {
            var caller = http.Caller();
            if (!caller.May(needs.Permission))
            {
                Refusal refusal = caller.IsSignedIn
                    ? HttpReasons.NotAllowed.With(
                        ("permission", PermissionWords.Of(needs.Permission).In(caller.Language))
                    )
                    : HttpReasons.SignInNeeded;
                await Problem.Of(http, refusal).ExecuteAsync(http);
                return;
            }
        }
        else if (http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
        {
            await Problem.Of(http, HttpReasons.NoSuchRoute).ExecuteAsync(http);
            return;
        }
        await next(http);
    }
}

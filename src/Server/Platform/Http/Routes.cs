using System.Reflection;

namespace Shuke.Server.Platform;

/// <summary>
/// The only way to publish a slice. A permission is a required argument, so a route without one does not compile
/// (the framework's own Map methods are banned outside this folder). Reads get a <see cref="DbRead"/>, writes a
/// <see cref="Tx"/> that is begun, made idempotent and committed around the handler.
/// </summary>
public static class Routes
{
    public static RouteHandlerBuilder Get(
        this IEndpointRouteBuilder routes,
        string path,
        Permission permission,
        Delegate handler
    ) => routes.Publish("GET", path, permission, handler, ReadFilter.Run);

    public static RouteHandlerBuilder Post(
        this IEndpointRouteBuilder routes,
        string path,
        Permission permission,
        Delegate handler
    ) => routes.Publish("POST", path, permission, handler, WriteFilter.Run);

    public static RouteHandlerBuilder Put(
        this IEndpointRouteBuilder routes,
        string path,
        Permission permission,
        Delegate handler
    ) => routes.Publish("PUT", path, permission, handler, WriteFilter.Run);

    public static RouteHandlerBuilder Delete(
        this IEndpointRouteBuilder routes,
        string path,
        Permission permission,
        Delegate handler
    ) => routes.Publish("DELETE", path, permission, handler, WriteFilter.Run);

    /// <summary>
    /// A write that moves value: it goes through a lane, in a batch with what else is waiting there.
    /// </summary>
    /// <param name="ahead">what the command will lock and read, worked out from the handler's first argument</param>
    public static RouteHandlerBuilder Money<TFirst>(
        this IEndpointRouteBuilder routes,
        string path,
        Permission permission,
        Delegate handler,
        Action<TFirst, Ahead> ahead
    ) =>
        routes.Publish(
            "POST",
            path,
            permission,
            handler,
            (context, next) => LaneFilter.Run(context, next, a => ahead(context.GetArgument<TFirst>(0), a))
        );

    /// <summary>A question whose answer needs several rows by key: they are read in one round trip.</summary>
    public static RouteHandlerBuilder Ask<TFirst>(
        this IEndpointRouteBuilder routes,
        string path,
        Permission permission,
        Delegate handler,
        Action<TFirst, Ahead> ahead
    ) =>
        routes
            .Publish(
                "POST",
                path,
                permission,
                handler,
                (context, next) => ReadFilter.Run(context, next, a => ahead(context.GetArgument<TFirst>(0), a))
            )
            .WithMetadata(AsksOnly.Mark);

    /// <summary>A question too long for an address: a POST that reads and writes nothing, so it needs no key.</summary>
    public static RouteHandlerBuilder Ask(
        this IEndpointRouteBuilder routes,
        string path,
        Permission permission,
        Delegate handler
    ) => routes.Publish("POST", path, permission, handler, ReadFilter.Run).WithMetadata(AsksOnly.Mark);

    /// <summary>
    /// A write about the session or a secret (login, logout, a PIN): question and answer carry secrets, so neither they nor
    /// a hash of them is remembered, and it needs no key.
    /// </summary>
    public static RouteHandlerBuilder Session(
        this IEndpointRouteBuilder routes,
        string method,
        string path,
        Permission permission,
        Delegate handler
    ) => routes.Publish(method, path, permission, handler, WriteFilter.RunUnremembered).WithMetadata(SessionWrite.Mark);

    /// <summary>A read that leaves a trace, such as an export: it writes its audit record and answers a file, which is not remembered.</summary>
    public static RouteHandlerBuilder Export(
        this IEndpointRouteBuilder routes,
        string path,
        Permission permission,
        Delegate handler
    ) => routes.Publish("POST", path, permission, handler, WriteFilter.RunUnremembered).WithMetadata(SessionWrite.Mark);

    private static RouteHandlerBuilder Publish(
        this IEndpointRouteBuilder routes,
        string method,
        string path,
        Permission permission,
        Delegate handler,
        Func<EndpointFilterInvocationContext, EndpointFilterDelegate, ValueTask<object?>> filter
    )
    {
        var slice = handler.Method.DeclaringType!;
        var reply = ReplyType(handler.Method);
        var module = slice.Namespace!.Split('.')[^1];
        var route = routes
            .MapMethods("/api" + path, [method], handler)
            .WithName(slice.Name + (handler.Method.Name == "Handle" ? "" : handler.Method.Name))
            .WithTags(module)
            .WithMetadata(new NeedsPermission(permission))
            .AddEndpointFilter(async (context, next) => await filter(context, next))
            .Produces<ProblemBody>(StatusCodes.Status400BadRequest, "application/problem+json")
            .Produces<ProblemBody>(StatusCodes.Status422UnprocessableEntity, "application/problem+json");
        return reply == typeof(FileReply)
            ? route.Produces(StatusCodes.Status200OK, typeof(byte[]), "application/octet-stream")
            : route.Produces(StatusCodes.Status200OK, reply, "application/json");
    }

    /// <summary>The T of Task&lt;Outcome&lt;T&gt;&gt; or Task&lt;T&gt;; every handler has one of these forms.</summary>
    private static Type ReplyType(MethodInfo handler)
    {
        var type = handler.ReturnType;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Task<>))
            type = type.GetGenericArguments()[0];
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Outcome<>))
            type = type.GetGenericArguments()[0];
        return type;
    }
}

/// <summary>The permission a route was published with.</summary>
public sealed record NeedsPermission(Permission Permission);

/// <summary>Marks a POST that writes nothing.</summary>
public sealed class AsksOnly
{
    public static readonly AsksOnly Mark = new();
}

/// <summary>Marks a write that is not remembered and needs no key: about the session, a secret, or an export.</summary>
public sealed class SessionWrite
{
    public static readonly SessionWrite Mark = new();
}

/// <summary>The largest body a route takes, in bytes; 1 MiB where nothing is said. The refusal tells people what to do instead.</summary>
public sealed record BodyLimit(int BytesMax, Refusal? Refusal = null)
{
    public const int Default = 1 << 20;
}

/// <summary>A reply that is a file to show or to keep.</summary>
public sealed record FileReply(string Name, string ContentType, byte[] Content, bool Inline = false);

/// <summary>A reply whose version goes out as ETag and comes back in If-Match.</summary>
public interface IVersioned
{
    long Version { get; }
}

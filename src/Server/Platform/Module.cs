namespace Shuke.Server.Platform;

/// <summary>A module's table of contents: the services, routes, jobs and fact handlers it brings.</summary>
public sealed record Module(
    string Name,
    Action<IServiceCollection> Services,
    Action<IEndpointRouteBuilder> Routes,
    Action<FactHandlers, JobKinds> Register
);

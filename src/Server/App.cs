using System.IO.Compression;
using System.Reflection;
using System.Text;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.FileProviders;

namespace Shuke.Server;

/// <summary>Puts the program together: platform, modules, the road a request takes. Reads like a table of contents.</summary>
public static class App
{
    /// <summary>True when the build runs us to write openapi.json: then there is no database.</summary>
    public static bool IsWritingOpenApi => Assembly.GetEntryAssembly()?.GetName().Name == "GetDocument.Insider";

    /// <param name="switches">what a test or the bench switches off; see <see cref="TestSwitches"/></param>
    public static WebApplication Build(
        Settings settings,
        Action<IServiceCollection>? replace = null,
        TestSwitches? switches = null
    )
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = "Shuke.Server" });
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.UseUrls(settings.Url);
        builder.WebHost.ConfigureKestrel(k =>
        {
            k.AddServerHeader = false;
            k.Limits.MaxRequestBodySize = 32 << 20;
            k.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        });
        builder.Logging.SetMinimumLevel(LogLevel.Warning);

        var services = builder.Services;
        services.AddSingleton(settings);
        services.AddSingleton(switches ?? TestSwitches.None);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<Db>();
        services.AddSingleton(_ => Vault.Open(settings.DataFolder));
        services.AddSingleton<Lanes>();
        services.AddScoped<Tx>();
        services.AddScoped<DbRead>();
        services.AddSingleton<FactHandlers>();
        services.AddSingleton<JobKinds>();
        services.AddSingleton<Node>();
        services.AddSingleton<OutboxPump>();
        services.AddSingleton<Nightly>();
        services.AddSingleton<BackupDesk>();
        if (!IsWritingOpenApi)
        {
            services.AddHostedService(s => s.GetRequiredService<Node>());
            services.AddHostedService(s => s.GetRequiredService<OutboxPump>());
            services.AddHostedService<JobRunner>();
            services.AddHostedService(s => s.GetRequiredService<Nightly>());
            services.AddHostedService(s => s.GetRequiredService<BackupDesk>());
        }
        services.ConfigureHttpJsonOptions(o => Json.Configure(o.SerializerOptions));
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
        services.AddOpenApi(OpenApiSetup.Configure);
        services.AddResponseCompression(o =>
        {
            o.EnableForHttps = true;
            // Only our own files: compressing answers that mix secrets with input invites guessing (BREACH).
            o.MimeTypes =
            [
                "text/html",
                "text/css",
                "text/javascript",
                "application/javascript",
                "image/svg+xml",
                "application/manifest+json",
            ];
            o.Providers.Add<BrotliCompressionProvider>();
            o.Providers.Add<GzipCompressionProvider>();
        });
        services.Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Optimal);
        foreach (var module in ModuleList.All)
            module.Services(services);
        replace?.Invoke(services);

        var app = builder.Build();
        foreach (var module in ModuleList.All)
            module.Register(
                app.Services.GetRequiredService<FactHandlers>(),
                app.Services.GetRequiredService<JobKinds>()
            );

        if (!IsWritingOpenApi)
        {
            var db = app.Services.GetRequiredService<Db>();
            db.IsAwaited = app.Services.GetRequiredService<FactHandlers>().Await;
            db.Chained = !app.Services.GetRequiredService<TestSwitches>().NoHashChain;
        }

        app.Use(Gates.Headers);
        app.UseResponseCompression();
        app.Use(Gates.Errors);
        UseConsole(app, settings);
        app.UseRouting();
        app.Use(ModuleList.Sessions);
        app.Use(Gates.Permissions);
        app.Use(Gates.Body);
        foreach (var module in ModuleList.All)
            module.Routes(app);
        return app;
    }

    /// <summary>Schema, node number, what modules need before the first request.</summary>
    public static async Task Prepare(IServiceProvider services)
    {
        await Preparation.Run(
            services.GetRequiredService<Db>(),
            services.GetRequiredService<Settings>(),
            services.GetRequiredService<TestSwitches>()
        );
        await services.GetRequiredService<Node>().Take();
    }

    /// <summary>The console's files; any other address outside /api is a page of the console.</summary>
    private static void UseConsole(WebApplication app, Settings settings)
    {
        if (settings.WebFolder.Length == 0)
            return;
        var files = new PhysicalFileProvider(Path.GetFullPath(settings.WebFolder));
        app.Use(
            (http, next) =>
            {
                var path = http.Request.Path.Value ?? "/";
                var isPage = !path.StartsWith("/api", StringComparison.Ordinal) && !Path.HasExtension(path);
                if (isPage && HttpMethods.IsGet(http.Request.Method))
                    http.Request.Path = "/index.html";
                return next(http);
            }
        );
        app.UseStaticFiles(
            new StaticFileOptions
            {
                FileProvider = files,
                OnPrepareResponse = context =>
                    context.Context.Response.Headers.CacheControl = context.Context.Request.Path.StartsWithSegments(
                        "/assets",
                        StringComparison.Ordinal
                    )
                        ? "public, max-age=31536000, immutable"
                        : "no-cache",
            }
        );
    }
}

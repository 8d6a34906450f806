using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Shuke.Server.Platform;

/// <summary>How our value types look in openapi.json, and the headers every write takes.</summary>
internal static class OpenApiSetup
{
    public static void Configure(OpenApiOptions options)
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.CreateSchemaReferenceId = info =>
            SchemaName(info.Type) ?? OpenApiOptions.CreateDefaultSchemaReferenceId(info);
        options.AddSchemaTransformer(
            (schema, context, _) =>
            {
                Describe(schema, context.JsonTypeInfo.Type);
                return Task.CompletedTask;
            }
        );
        options.AddOperationTransformer(
            (operation, context, _) =>
            {
                var metadata = context.Description.ActionDescriptor.EndpointMetadata;
                var permission = metadata.OfType<NeedsPermission>().FirstOrDefault()?.Permission ?? Permission.Anyone;
                operation.Extensions ??= new Dictionary<string, IOpenApiExtension>(StringComparer.Ordinal);
                operation.Extensions["x-permission"] = new JsonNodeExtension(JsonValue.Create(Names.Of(permission))!);
                var remembered =
                    context.Description.HttpMethod != "GET"
                    && !metadata.OfType<AsksOnly>().Any()
                    && !metadata.OfType<SessionWrite>().Any();
                if (remembered)
                    (operation.Parameters ??= []).Add(
                        Header(
                            "Idempotency-Key",
                            "A key of your own for this intent; the same key again gets the same answer.",
                            required: true
                        )
                    );
                return Task.CompletedTask;
            }
        );
        options.AddDocumentTransformer(
            (document, _, _) =>
            {
                document.Info = new()
                {
                    Title = "Shuke",
                    Version = "1",
                    Description =
                        "The membership system for every shop. Money is a whole number of fen, quantities are thousandths, rates are basis points, ids are strings.",
                };
                document.Servers = [];
                // Whether a value may be missing is said where it is used, never in the shared schema of its type.
                foreach (var schema in document.Components?.Schemas?.Values.OfType<OpenApiSchema>() ?? [])
                    if (schema.Type is { } type && type.HasFlag(JsonSchemaType.Null))
                        schema.Type = type & ~JsonSchemaType.Null;
                return Task.CompletedTask;
            }
        );
    }

    private static OpenApiParameter Header(string name, string description, bool required) =>
        new()
        {
            Name = name,
            In = ParameterLocation.Header,
            Required = required,
            Description = description,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        };

    /// <summary>Slices all have a Request and a Reply; in the document they carry the slice's name.</summary>
    private static string? SchemaName(Type type)
    {
        if (IsPlain(type))
            return null;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Page<>))
            return "PageOf" + SchemaName(type.GetGenericArguments()[0]);
        if (type.DeclaringType is { } slice && type.Namespace!.StartsWith("Shuke.", StringComparison.Ordinal))
            return slice.Name + type.Name;
        return type.Namespace?.StartsWith("Shuke.", StringComparison.Ordinal) == true && !type.IsGenericType
            ? type.Name
            : null;
    }

    private static bool IsPlain(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return SqlValue.IsId(type)
            || type == typeof(Money)
            || type == typeof(Points)
            || type == typeof(Quantity)
            || type == typeof(Ratio)
            || type == typeof(Instant)
            || type == typeof(BusinessDay);
    }

    private static void Describe(OpenApiSchema schema, Type type)
    {
        var nullable = Nullable.GetUnderlyingType(type) is not null ? JsonSchemaType.Null : default;
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (SqlValue.IsId(type))
            (schema.Type, schema.Pattern) = (JsonSchemaType.String | nullable, "^[1-9][0-9]{0,18}$");
        else if (type == typeof(Money))
            (schema.Type, schema.Format, schema.Description) = (JsonSchemaType.Integer | nullable, "int64", "fen");
        else if (type == typeof(Points))
            (schema.Type, schema.Format, schema.Description) = (JsonSchemaType.Integer | nullable, "int64", "points");
        else if (type == typeof(Quantity))
            (schema.Type, schema.Format, schema.Description) = (
                JsonSchemaType.Integer | nullable,
                "int64",
                "thousandths"
            );
        else if (type == typeof(Ratio))
            (schema.Type, schema.Format, schema.Description) = (
                JsonSchemaType.Integer | nullable,
                "int32",
                "basis points"
            );
        else if (type == typeof(Instant))
            (schema.Type, schema.Format) = (JsonSchemaType.String | nullable, "date-time");
        else if (type == typeof(BusinessDay))
            (schema.Type, schema.Format) = (JsonSchemaType.String | nullable, "date");
        else if (type.IsEnum)
        {
            schema.Type = JsonSchemaType.String | nullable;
            schema.Enum = [.. Enum.GetValues(type).Cast<Enum>().Select(v => (JsonNode)JsonValue.Create(Names.Of(v))!)];
        }
    }
}

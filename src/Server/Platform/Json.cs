using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Shuke.Server.Platform;

/// <summary>The one JSON dialect: camelCase, strict, ids as strings, fen and points as whole numbers, enums in snake_case.</summary>
public static class Json
{
    public static readonly JsonSerializerOptions Options = Configure(new(JsonSerializerDefaults.Web));

    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.AllowDuplicateProperties = false;
        options.PropertyNameCaseInsensitive = false;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.MaxDepth = 32;
        // A form need not know that the kind of an offer comes first.
        options.AllowOutOfOrderMetadataProperties = true;
        // Names stay readable in the log and on the wire; the answers are never inlined into HTML.
        options.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        options.Converters.Add(new IdConverters());
        options.Converters.Add(new EnumConverters());
        options.Converters.Add(new WholeNumber<Money>(v => new(v), m => m.Fen));
        options.Converters.Add(new WholeNumber<Points>(v => new(v), p => p.Value));
        options.Converters.Add(new WholeNumber<Quantity>(v => new(v), q => q.Milli));
        options.Converters.Add(new WholeNumber<Ratio>(v => new(checked((int)v)), r => r.Bp));
        options.Converters.Add(new InstantConverter());
        options.Converters.Add(new BusinessDayConverter());
        return options;
    }

    public static string Text<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static byte[] Bytes(object value, Type type) => JsonSerializer.SerializeToUtf8Bytes(value, type, Options);

    public static T Parse<T>(string text) =>
        JsonSerializer.Deserialize<T>(text, Options) ?? throw new JsonException($"null is no {typeof(T).Name}.");

    private sealed class IdConverters : JsonConverterFactory
    {
        public override bool CanConvert(Type type) => SqlValue.IsId(type);

        public override JsonConverter CreateConverter(Type type, JsonSerializerOptions options) =>
            (JsonConverter)
                Activator.CreateInstance(typeof(IdConverter<>).MakeGenericType(type.GetGenericArguments()[0]))!;
    }

    private sealed class IdConverter<TKind> : JsonConverter<Id<TKind>>
    {
        public override Id<TKind> Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String
            && Id<TKind>.TryParse(reader.GetString(), CultureInfo.InvariantCulture, out var id)
                ? id
                : throw new JsonException("An id is a string of digits.");

        public override void Write(Utf8JsonWriter writer, Id<TKind> value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());

        public override Id<TKind> ReadAsPropertyName(
            ref Utf8JsonReader reader,
            Type type,
            JsonSerializerOptions options
        ) =>
            Id<TKind>.TryParse(reader.GetString(), CultureInfo.InvariantCulture, out var id)
                ? id
                : throw new JsonException("An id is a string of digits.");

        public override void WriteAsPropertyName(
            Utf8JsonWriter writer,
            Id<TKind> value,
            JsonSerializerOptions options
        ) => writer.WritePropertyName(value.ToString());
    }

    private sealed class EnumConverters : JsonConverterFactory
    {
        public override bool CanConvert(Type type) => type.IsEnum;

        public override JsonConverter CreateConverter(Type type, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(EnumConverter<>).MakeGenericType(type))!;
    }

    private sealed class EnumConverter<T> : JsonConverter<T>
        where T : struct, Enum
    {
        public override T Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && Names.TryParse<T>(reader.GetString(), out var value)
                ? value
                : throw new JsonException(
                    "Expected one of " + string.Join(", ", Enum.GetValues<T>().Select(v => Names.Of(v))) + "."
                );

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(Names.Of(value));

        public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            Names.TryParse<T>(reader.GetString(), out var value) ? value : throw new JsonException("Unknown name.");

        public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WritePropertyName(Names.Of(value));
    }

    private sealed class WholeNumber<T>(Func<long, T> make, Func<T, long> get) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
        {
            if (reader.TokenType != JsonTokenType.Number || !reader.TryGetInt64(out var value))
                throw new JsonException("Expected a whole number.");
            try
            {
                return make(value);
            }
            catch (OverflowException e)
            {
                throw new JsonException("The number is too large.", e);
            }
        }

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteNumberValue(get(value));
    }

    private sealed class InstantConverter : JsonConverter<Instant>
    {
        public override Instant Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && reader.TryGetDateTimeOffset(out var at)
                ? Instant.From(at)
                : throw new JsonException("Expected a moment such as 2026-11-22T04:00:00Z.");

        public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }

    private sealed class BusinessDayConverter : JsonConverter<BusinessDay>
    {
        public override BusinessDay Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String
            && DateOnly.TryParseExact(
                reader.GetString(),
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var day
            )
                ? new(day)
                : throw new JsonException("Expected a day such as 2026-11-22.");

        public override void Write(Utf8JsonWriter writer, BusinessDay value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;

namespace Assay.FakeAws;

/// <summary>Worlds as JSON, with camelCase names.</summary>
public static class WorldFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        // A misspelt member would silently make another world than its author meant.
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <summary>Reads a world from a file.</summary>
    public static World Load(string path)
    {
        using var stream = File.OpenRead(path);
        return JsonSerializer.Deserialize<World>(stream, Options)
            ?? throw new InvalidDataException($"{path} holds no world.");
    }

    /// <summary>Reads a world from its text.</summary>
    public static World Parse(string json) => JsonSerializer.Deserialize<World>(json, Options)
        ?? throw new InvalidDataException("The text holds no world.");

    /// <summary>Writes a world so that <see cref="Parse"/> reads the same.</summary>
    public static string Write(World world) => JsonSerializer.Serialize(world, Options);

    /// <summary>Makes one of a world's raw AWS objects of an anonymous object.</summary>
    public static JsonElement Raw(object value) => JsonSerializer.SerializeToElement(value);

    internal static T Read<T>(byte[] json) => JsonSerializer.Deserialize<T>(json, Options)
        ?? throw new InvalidDataException("The body is empty.");

    internal static byte[] Bytes<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Options);

    internal static string Line(ReceivedCall call) => JsonSerializer.Serialize(call with { Body = null }, Options);
}

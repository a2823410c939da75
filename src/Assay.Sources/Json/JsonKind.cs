namespace Assay.Sources.Json;

internal enum JsonKind : byte
{
    Object,
    Array,
    Text,
    Number,
    True,
    False,
    Null,
}

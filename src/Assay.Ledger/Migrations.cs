using Assay.Diagnostics;

namespace Assay.Ledgers;

/// <summary>Brings a database to this program's schema: every numbered file not applied yet, then the views.</summary>
internal static class Migrations
{
    public static void Apply(Database database, string createdBy)
    {
        var found = VersionOf(database);
        if (found is { LowestReader: > Ledger.SchemaVersion } later)
        {
            throw new AssayException(
                ExitCode.NoResult,
                $"this ledger needs a later assay (schema {later.Schema}; this one reads up to {Ledger.SchemaVersion})",
                "update assay, or name another ledger");
        }

        // All or nothing: a program that dies here leaves the ledger as it was, or no ledger.
        database.Transaction(() => Apply(database, createdBy, found));
    }

    private static void Apply(Database database, string createdBy, (int Schema, int LowestReader)? found)
    {
        foreach (var name in Resource.In("Schema").Skip(found?.Schema ?? 0))
        {
            database.Execute(Resource.Text(name));
        }

        if (found is { Schema: < Ledger.SchemaVersion })
        {
            database.Execute($"update ledger_meta set schema_version = {Ledger.SchemaVersion}");
        }

        if (found is null)
        {
            var by = createdBy.Replace("'", "''", StringComparison.Ordinal);
            database.Execute(
                $"insert into ledger_meta values ({Ledger.SchemaVersion}, {Ledger.SchemaVersion}, '{by}')");
        }

        // In order of name a view comes after those it is made of: cost.sql before cost_by_day.sql.
        foreach (var name in Resource.In("Views"))
        {
            database.Execute(Resource.Text(name));
        }
    }

    private static (int Schema, int LowestReader)? VersionOf(Database database)
    {
        var tables = database.Query(
            "select table_name from information_schema.tables where table_type = 'BASE TABLE'",
            row => row.GetString(0));
        if (tables.Contains("ledger_meta"))
        {
            return database.Query(
                "select schema_version, lowest_reader from ledger_meta", row => (row.GetInt32(0), row.GetInt32(1)))[0];
        }

        return tables.Count == 0 ? null : throw new AssayException(
            ExitCode.NoResult,
            "this database holds tables but is no ledger",
            "name a file made by assay, or one that does not exist yet");
    }
}

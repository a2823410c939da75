using Assay.Diagnostics;
using Assay.Ledgers.Replaying;
using Assay.Units;
using Assay.Usage;

namespace Assay.Ledgers;

/// <summary>
/// All that is known of the accounts, in one DuckDB database: in memory, or a file that anyone can query. Facts go in
/// through <see cref="Write"/>; typed sums come out. Nothing outside this assembly sees SQL results.
/// </summary>
public sealed class Ledger : IDisposable
{
    /// <summary>Version of the schema this program writes; a ledger that asks for a later reader is refused.</summary>
    public const int SchemaVersion = 5;

    private readonly Database database;
    private readonly Meters meters;

    private Ledger(Database database)
    {
        this.database = database;
        meters = new Meters(database);
    }

    public static Ledger InMemory(string createdBy) => Opened(":memory:", createdBy);

    /// <summary>Opens a ledger, or makes one where there is none.</summary>
    /// <exception cref="AssayException">The file is no ledger, is of a later version, or is in use.</exception>
    public static Ledger Open(string path, string createdBy)
    {
        try
        {
            return Opened(path, createdBy);
        }
        catch (DuckDB.NET.Data.DuckDBException e)
        {
            var holder = System.Text.RegularExpressions.Regex.Match(e.Message, @"lock is held in (.+?\(PID \d+\))");
            var locked = holder.Success || e.Message.Contains("lock on file", StringComparison.OrdinalIgnoreCase);
            throw new AssayException(
                ExitCode.NoResult,
                locked
                    ? $"{path} is in use by {(holder.Success ? holder.Groups[1].Value : "another program")}"
                    : $"{path} can't be opened as a ledger",
                locked
                    ? "wait until it is done, or stop it; nothing was changed"
                    : "name a file made by assay, or one that does not exist yet, in a folder you may write to");
        }
    }

    /// <summary>The meters, by id.</summary>
    public IReadOnlyList<Meter> Meters => meters.All;

    /// <summary>The reading that was written last; null in a new ledger.</summary>
    public Reading? LastReading => database.Query(
        "select window_from, window_to, read_at, created_by, api_calls, api_cost_usd from reading "
        + "order by read_at desc limit 1",
        row => new Reading(
            new Window(row.Time(0), row.Time(1)), row.Time(2), row.GetString(3), row.GetInt32(4), row.GetDecimal(5)))
        is [var last] ? last : null;

    /// <summary>The span of everything counted, calls by whole hours; null where nothing is.</summary>
    public Window? Span => database.Query(
        "select min(f), max(t) from (select window_from as f, window_to as t from reading union all "
        + "select date_trunc('hour', min(ts)), date_trunc('hour', max(ts)) + interval 1 hour from call "
        + "having count(*) > 0) having count(*) > 0",
        row => new Window(row.Time(0), row.Time(1))) is [var span] ? span : null;

    /// <summary>
    /// Takes the facts of one reading; on commit they replace what an earlier reading said of the same hours.
    /// </summary>
    public LedgerWriter Write() => new(database, meters);

    /// <summary>Takes calls of files.</summary>
    /// <param name="keyCheck">Of the key that their hashes are made with.</param>
    /// <param name="fault">Called at every step with its name; a test throws there.</param>
    /// <exception cref="AssayException">The ledger's hashes were made with another key.</exception>
    public CallWriter WriteCalls(string keyCheck, Action<string>? fault = null)
    {
        var known = database.Query("select key_check from hash_key", row => row.GetString(0));
        if (known is [var before] && before != keyCheck)
        {
            throw new AssayException(
                ExitCode.NoResult,
                "the prompts of this ledger were hashed with another key, so equal prompts would not be found equal",
                "use the key file that made it, or ingest into a new ledger");
        }

        if (known.Count == 0)
        {
            database.Execute($"insert into hash_key values ('{keyCheck}')");
        }

        return new CallWriter(database, meters, fault);
    }

    /// <summary>Rebuilds what follows from calls: usage by the hour, sizes of shapes, conversations.</summary>
    public void Derive() => new Deriver(database).Run();

    /// <summary>Decides anew, hour by hour, whether metrics or calls count.</summary>
    public void Supersede() => database.Execute(Resource.Text("Deriving/superseded.sql"));

    /// <summary>The calls of a window, one after the other, to be made again otherwise.</summary>
    /// <param name="isCounted">Leaves out calls of hours for which metrics count.</param>
    public CallSequence ReadCalls(Window window, bool isCounted = false) => new(database, window, isCounted);

    /// <summary>Calls that the ledger holds, and whether everything that follows from them was rebuilt since.</summary>
    public (long Count, bool IsDerived) Calls => database.Query(
        "select (select count(*) from call), (select count(*) from call_group where workload_id is not null)",
        row => (row.GetInt64(0), row.GetInt64(0) == row.GetInt64(1)))[0];

    public long ShapeNodes => database.Query("select count(*) from shape_node", row => row.GetInt64(0))[0];

    public int WorkloadCount => database.Query(
        "select cast(count(*) as integer) from workload", row => row.GetInt32(0))[0];

    public long Conversations => database.Query(
        "select count(distinct conversation) from call_group", row => row.GetInt64(0))[0];

    /// <summary>Dollars of calls by meter, owner and caller; those of metrics are not among them.</summary>
    public IReadOnlyList<CallOwnerTotal> CallOwners(Window window) => database.Query(
        "call_owners.sql",
        window,
        row => new CallOwnerTotal(row.GetInt32(0), row.Text(1), row.Text(2), new Usd(row.GetDecimal(3))));

    /// <summary>What calls of one place in somebody's code have in common, in order of their first calls.</summary>
    /// <param name="ownerKeys">Keys of request metadata that name an owner, most telling first.</param>
    public IReadOnlyList<WorkloadKey> WorkloadKeys(IReadOnlyList<string> ownerKeys) =>
        new Workloads(database).Keys(ownerKeys);

    /// <summary>Names the workloads; follows <see cref="WorkloadKeys"/>.</summary>
    /// <param name="ofPlace">The workload of each key, by the key's place.</param>
    public void WriteWorkloads(IReadOnlyList<WorkloadRecord> workloads, IReadOnlyList<int> ofPlace) =>
        new Workloads(database).Replace(workloads, ofPlace);

    /// <summary>Every workload, by its id.</summary>
    public IReadOnlyList<WorkloadRecord> AllWorkloads => new Workloads(database).All();

    public IReadOnlyList<WorkloadTotal> WorkloadTotals(Window window) => new Workloads(database).Totals(window);

    /// <summary>
    /// All that was counted, day by day, cut where the window or the one before it begins or ends: by metrics where
    /// they count, and by calls.
    /// </summary>
    /// <param name="longFrom">Prompts above so many tokens are of the long-context band, by meter of calls.</param>
    public IEnumerable<MeterUsage> UsageDays(Window window, IReadOnlyDictionary<int, long> longFrom) =>
        UsageRows.Days(database, window).Concat(UsageRows.CallDays(database, window, longFrom));

    /// <summary>Replaces all that is derived from prices and the catalogue.</summary>
    public void Reprice(Repricing repricing) => new PricingWriter(database).Replace(repricing);

    /// <summary>The id of a meter, made where it is new.</summary>
    public int MeterId(Meter meter) => meters.IdOf(meter);

    public IReadOnlyList<MeterTotal> UsageTotals(Window window) => database.Query(
        "usage_totals.sql", window, row => new MeterTotal(row.GetInt32(0), UsageRows.Counts(row, 1), row.GetInt64(12)));

    public IReadOnlyList<CostTotal> CostTotals(Window window) => database.Query(
        "cost_totals.sql",
        window,
        row => new CostTotal(
            row.GetInt32(0),
            row.GetString(1),
            row.GetDecimal(2),
            row.Decimal(3) is { } usd
                ? new UsdRange(new Usd(row.GetDecimal(4)), new Usd(usd), new Usd(row.GetDecimal(5)))
                : null,
            row.GetDecimal(6)));

    public IReadOnlyList<DayTotal> Days(Window window) => database.Query(
        "days.sql",
        window,
        row => new DayTotal(
            row.Time(0),
            row.GetInt32(1),
            new Tokens(row.GetInt64(2)),
            new Tokens(row.GetInt64(3)),
            new Tokens(row.GetInt64(4)),
            new Tokens(row.GetInt64(5)),
            row.Long(6),
            row.Decimal(7) is { } usd ? new Usd(usd) : null));

    public IReadOnlyList<DemandTotal> Demand(Window window) => database.Query(
        "demand.sql",
        window,
        row => new DemandTotal(
            row.GetInt32(0), row.GetDecimal(1), row.GetDecimal(2), row.GetDecimal(3), row.GetInt64(4)));

    /// <summary>Tokens of one meter, hour by hour; hours without a count are left out.</summary>
    public IReadOnlyList<HourTotal> Hours(int meter, Window window) => database.Query(
        "hours.sql", window, row => new HourTotal(row.Time(0), row.GetInt64(1), row.GetInt64(2)), ("meter_id", meter));

    /// <summary>Tokens by the minute, of the meters of which CloudWatch was asked for them.</summary>
    public IReadOnlyList<PeriodTotal> Minutes(Window window) => Periods("minutes.sql", window);

    /// <summary>Tokens by the hour, of all that counts.</summary>
    public IReadOnlyList<PeriodTotal> HoursOfAll(Window window) => Periods("hours_of_all.sql", window);

    public IReadOnlyList<SpendTotal> Spend(Window window) => database.Query(
        "spend.sql",
        window,
        row => new SpendTotal(
            row.GetString(0), row.GetString(1), row.GetString(2), row.Text(3),
            row.Decimal(4) is { } usd ? new Usd(usd) : null));

    private List<PeriodTotal> Periods(string sql, Window window) => database.Query(
        sql,
        window,
        row => new PeriodTotal(
            row.GetInt32(0), row.Time(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4), row.GetInt64(5)));

    /// <summary>Asks a query of a check.</summary>
    /// <param name="sql">
    /// Gives <c>account, region, model_id, resource, title, reason</c> and, where dollars are concerned, <c>usd</c> of
    /// the window; may name <c>$window_from</c>, <c>$window_to</c>, <c>$per_month</c> and its parameters.
    /// </param>
    public IReadOnlyList<CheckHit> Ask(string sql, Window window, IReadOnlyDictionary<string, decimal> parameters)
    {
        IEnumerable<(string Name, object Value)> given =
        [
            ("window_from", window.From.UtcDateTime), ("window_to", window.To.UtcDateTime),
            // For words only: what is added up is decimal.
            ("per_month", (double)(720 / window.Hours)),
            .. parameters.Select(each => (each.Key, (object)each.Value)),
        ];
        return database.Query(
            sql,
            row => new CheckHit(
                row.GetString(0), row.GetString(1), row.Text(2), row.Text(3), row.GetString(4), row.GetString(5),
                row.FieldCount > 6 && row.Decimal(6) is { } usd ? new Usd(usd) : null),
            [.. given.Where(each => sql.Contains("$" + each.Name, StringComparison.Ordinal))]);
    }

    /// <summary>When calls came; nothing of a meter whose hours are not known.</summary>
    public IReadOnlyList<ArrivalTotal> Arrivals(Window window) =>
        ArrivalTotal.Sum(database.Query("arrivals.sql", window, ArrivalRow.Read));

    public IReadOnlyList<PricingNote> PricingNotes() => database.Query(
        "select meter_id, note, unpriced from pricing_note order by all",
        row => new PricingNote(row.GetInt32(0), row.GetString(1), row.GetBoolean(2)));

    public IReadOnlyList<ModelReferenceRow> ModelReferences() => PricingWriter.References(database);

    public Inventory Inventory() => InventoryRows.Read(database, meters);

    public void Dispose() => database.Dispose();

    private static Ledger Opened(string dataSource, string createdBy)
    {
        var opened = new Database(dataSource);
        try
        {
            // Calls are asked for slice by slice; more threads would each hold a slice and be no faster.
            opened.Execute("set threads = 1");
            if (dataSource != ":memory:")
            {
                // Blocks of the file that were read stay in memory up to this; what a query can't hold goes beside it.
                opened.Execute("set memory_limit = '96MB'");
            }

            Migrations.Apply(opened, createdBy);
            return new Ledger(opened);
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }
}

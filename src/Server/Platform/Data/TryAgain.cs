using Npgsql;

namespace Shuke.Server.Platform;

/// <summary>Which failures of PostgreSQL wrote nothing and may go well the next time.</summary>
internal static class TryAgain
{
    /// <summary>
    /// A deadlock, a serialization failure, or a table that was given another column while this program runs: rows to insert
    /// have the old form (<see cref="RowTypes"/>), and so has a plan of this connection that reads the table; the driver makes
    /// it anew. The same command, with the same key, may try again.
    /// </summary>
    public static bool Helps(PostgresException e) =>
        e.SqlState
            is PostgresErrorCodes.SerializationFailure
                or PostgresErrorCodes.DeadlockDetected
                or PostgresErrorCodes.DatatypeMismatch
                or PostgresErrorCodes.FeatureNotSupported;
}

package dev.partnerattribution.benchmarks.receipts;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A program: the query of {@code docs/report.md} on the files below a folder, by DuckDB, whose driver is on the class path. */
public final class DuckDbQuery {
    private DuckDbQuery() {}

    /** The program; its argument is the folder. */
    public static void main(String[] args) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet counts = statement.executeQuery(
                        """
                        SELECT pid, count(*) FROM (SELECT DISTINCT ON (jvm, n) method, pid
                          FROM read_json('%s/**/*.jsonl', format = 'newline_delimited',
                            columns = {kind: 'VARCHAR', jvm: 'VARCHAR', n: 'BIGINT', method: 'VARCHAR', pid: 'VARCHAR'})
                          WHERE kind = 'request')
                        WHERE upper(method) IN ('PUT', 'PATCH') GROUP BY pid
                        """
                                .formatted(args[0].replace("'", "''")))) {
            while (counts.next()) {
                System.out.println(counts.getString(1) + " " + counts.getLong(2));
            }
        }
    }
}

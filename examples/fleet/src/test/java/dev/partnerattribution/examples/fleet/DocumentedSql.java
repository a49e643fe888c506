package dev.partnerattribution.examples.fleet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The SQL of {@code docs/report.md}, run by DuckDB. */
final class DocumentedSql {
    private static final Pattern SQL = Pattern.compile("```sql\n(.*?);\n```", Pattern.DOTALL);

    private DocumentedSql() {}

    /** The rows that a query of the page, the how-manieth from 0, has of the receipts in a folder. */
    static List<List<Object>> run(int query, Path receipts) throws IOException, SQLException {
        String sql = queries().get(query).replace("receipts/**", receipts + "/**");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<List<Object>> all = new ArrayList<>();
            while (rows.next()) {
                all.add(row(rows));
            }
            return all;
        }
    }

    private static List<Object> row(ResultSet rows) throws SQLException {
        List<Object> row = new ArrayList<>();
        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
            row.add(rows.getObject(column));
        }
        return row;
    }

    private static List<String> queries() throws IOException {
        Matcher page = SQL.matcher(Files.readString(Path.of(System.getProperty("docs"), "report.md")));
        return page.results().map(found -> found.group(1)).toList();
    }
}

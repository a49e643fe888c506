package dev.partnerattribution.examples.fleet;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.to_timestamp;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The counts that Spark makes are those that the command line makes. */
class FleetCountsIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path directory;

    @Test
    void json_lines_give_the_counts_of_the_report_whatever_stands_among_them() throws Exception {
        Path receipts = new Fleet(false).writeTo(directory.resolve("receipts"), 30, 100);
        Path expected = directory.resolve("expected.jsonl");
        Path counts = directory.resolve("counts.jsonl");

        CommandLine.report(receipts, "--counts", expected);
        FleetCounts.main(new String[] {"jsonl", receipts.toString(), counts.toString()});

        assertThat(told(counts)).containsExactlyInAnyOrderElementsOf(told(expected));
        assertThat(Files.readString(counts))
                .contains(
                        "\"ended\":\"no\"",
                        "\"dropped\":2",
                        "{\"schemaVersion\":1,\"kind\":\"message\",\"message\":\"5.jsonl: ");
        assertThat(Files.readAllLines(counts)).allSatisfy(FleetCountsIT::assertValid);
    }

    @Test
    void parquet_as_tables_have_it_gives_the_page_of_the_report() throws Exception {
        Path receipts = new Fleet(true).writeTo(directory.resolve("receipts"), 30, 100);
        Path parquet = directory.resolve("parquet");
        Path counts = directory.resolve("counts.jsonl");
        try (SparkSession spark = SparkSession.builder().getOrCreate()) {
            Dataset<Row> table =
                    spark.read().option("recursiveFileLookup", true).json(receipts.toString());
            table.withColumn("time", to_timestamp(col("time")))
                    .toDF(Stream.of(table.columns()).map(String::toLowerCase).toArray(String[]::new))
                    .write()
                    .parquet(parquet.toString());
            FleetCounts.main(new String[] {"parquet", parquet.toString(), counts.toString()});
        }

        assertThat(page(counts)).isEqualTo(page(receipts));
    }

    @Test
    void the_documented_sql_of_duckdb_gives_the_figures_of_the_report() throws Exception {
        Path receipts = new Fleet(true).writeTo(directory.resolve("receipts"), 30, 100);
        JsonNode report = JSON.readTree(CommandLine.report("--json", receipts));
        JsonNode writes = report.at("/requests/writes");

        List<List<Object>> headline = DocumentedSql.run(0, receipts);
        List<List<Object>> losses = DocumentedSql.run(1, receipts);

        assertThat(headline)
                .containsExactly(List.of(
                        writes.get("all").asLong(),
                        writes.get("withId").asLong(),
                        writes.get("withAnothers").asLong(),
                        writes.get("withNone").asLong()));
        assertThat(losses)
                .containsExactlyInAnyOrderElementsOf(
                        StreamSupport.stream(report.get("jvms").spliterator(), false)
                                .filter(jvm -> jvm.get("lost").asLong() > 0
                                        || !jvm.get("ended").asBoolean())
                                .map(jvm -> List.<Object>of(
                                        jvm.get("jvm").asText(),
                                        jvm.get("lost").asLong(),
                                        jvm.get("ended").asBoolean()))
                                .toList());
    }

    /** All but how lines that could not be read are described, since Spark knows no numbers of lines; in no order. */
    private static List<JsonNode> told(Path counts) throws IOException {
        return Files.readAllLines(counts).stream()
                .map(FleetCountsIT::json)
                .filter(line ->
                        !List.of("message", "end").contains(line.get("kind").asText()))
                .toList();
    }

    private String page(Path input) throws IOException, InterruptedException {
        Path page = directory.resolve("page.html");
        CommandLine.report("-o", page, input);
        return Files.readString(page).replaceAll("<p>Made .* UTC by", "");
    }

    private static void assertValid(String line) {
        assertThat(SchemaOfCounts.SCHEMA.validate(json(line))).as(line).isEmpty();
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new AssertionError(line, e);
        }
    }

    private static final class SchemaOfCounts {
        static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(json(read()));

        private static String read() {
            try {
                return Files.readString(Path.of(System.getProperty("docs"), "counts.schema.json"));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }
}

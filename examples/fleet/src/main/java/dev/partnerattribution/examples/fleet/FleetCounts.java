package dev.partnerattribution.examples.fleet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.from_json;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.net.URI;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * A program for {@code spark-submit}: counts the receipts of a fleet as {@code partner-attribution report --counts} does, where
 * they lie, so that {@code report} makes its page of the counts. What is counted stands in {@code counts.sql}.
 */
public final class FleetCounts {
    private static final String USAGE = "usage: FleetCounts jsonl|parquet RECEIPTS... COUNTS.jsonl";

    /** Characters of a text that are kept, as the command line keeps them. */
    private static final int LONGEST_TEXT = 301;

    /** The files of a folder that the command line reads too. */
    private static final String NAME = "(?i)[.]jsonl([._-][0-9][0-9.t:z_-]*)?([.]gz)?$";

    private static final JsonFactory JSON = new JsonFactory();
    private static final String UNREADABLE = "unreadable";
    private static final StructType PROPERTIES = StructType.fromDDL(
            "v BIGINT, kind STRING, time STRING, jvm STRING, n BIGINT, route STRING, method STRING, host STRING,"
                    + " provider STRING, type STRING, action STRING, apiVersion STRING, status BIGINT, failure STRING,"
                    + " milliseconds BIGINT, correlationId STRING, requestId STRING, pid STRING, why STRING,"
                    + " trackingId STRING, other STRING, tenant STRING, subscription STRING, resourceGroup STRING,"
                    + " name STRING, program STRING, variables ARRAY<STRING>, openedBy STRING, written BIGINT,"
                    + " dropped BIGINT, " + UNREADABLE + " STRING");
    private static final Column FILE = col("_metadata.file_name").as("file");

    private final SparkSession spark;

    private FleetCounts(SparkSession spark) {
        this.spark = spark;
    }

    /**
     * The program.
     *
     * @param args the format of the receipts; folders, files or globs of them, in any file system that Hadoop knows; the file
     *     to write, which is replaced
     */
    public static void main(String[] args) throws IOException {
        if (args.length < 3 || !List.of("jsonl", "parquet").contains(args[0])) {
            throw new IllegalArgumentException(USAGE);
        }
        try (SparkSession spark =
                SparkSession.builder().appName("Partner attribution").getOrCreate()) {
            spark.conf().set("spark.sql.session.timeZone", "UTC");
            FleetCounts counts = new FleetCounts(spark);
            String[] receipts = Arrays.copyOfRange(args, 1, args.length - 1);
            Dataset<Row> lines = args[0].equals("parquet") ? counts.parquet(receipts) : counts.jsonLines(receipts);
            lines.createOrReplaceTempView("lines");
            counts.write(counts.lines(), new Path(args[args.length - 1]));
        }
    }

    /** In a folder also those below it, compressed ones too. Not by Spark's reader of JSON, which takes lists apart. */
    private Dataset<Row> jsonLines(String... paths) {
        UserDefinedFunction isOneValue = udf((UDF1<String, Boolean>) FleetCounts::isOneValue, DataTypes.BooleanType);
        Column line = when(isOneValue.apply(col("value")), col("value")).otherwise(lit("not JSON"));
        Column properties = from_json(line, PROPERTIES, Map.of("columnNameOfCorruptRecord", UNREADABLE));
        Dataset<Row> lines = below().option("pathGlobFilter", "*.[jJ][sS][oO][nN][lL]*")
                .option("lineSep", "\n")
                .text(paths);
        return plain(lines.where("value NOT RLIKE '^[ \\t\\r]*$'")
                .select(properties.as("line"), FILE)
                .where(col("file").rlike(NAME))
                .select("line.*", "file"));
    }

    /** Spark takes a line for its first value, whatever follows, and what is nearly JSON for JSON. */
    private static boolean isOneValue(String line) {
        try (JsonParser json = JSON.createParser(line)) {
            json.nextToken();
            json.skipChildren();
            return json.nextToken() == null;
        } catch (IOException malformed) {
            return false;
        }
    }

    private Dataset<Row> parquet(String... paths) {
        return plain(below().parquet(paths).select(col("*"), FILE));
    }

    private DataFrameReader below() {
        return spark.read().option("recursiveFileLookup", true);
    }

    /** Each property as a column, also where no receipt has it. A text that is not there is empty. */
    private static Dataset<Row> plain(Dataset<Row> read) {
        Map<String, DataType> there = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        Arrays.stream(read.schema().fields()).forEach(field -> there.put(field.name(), field.dataType()));
        Stream<Column> columns = Arrays.stream(PROPERTIES.fields())
                .map(field -> plain(field, column(field.name(), there.getOrDefault(field.name(), DataTypes.NullType))));
        return read.select(Stream.concat(columns, Stream.of(col("file"))).toArray(Column[]::new));
    }

    /** As it stands in JSON; tables have times of a type of their own, and names in lower case. */
    private static Column column(String name, DataType type) {
        if (type.equals(DataTypes.NullType)) {
            return lit(null);
        }
        return type.equals(DataTypes.TimestampType) || type.equals(DataTypes.TimestampNTZType)
                ? date_format(col(name), "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'")
                : col(name);
    }

    private static Column plain(StructField field, Column column) {
        Column typed = column.cast(field.dataType());
        return (field.dataType().equals(DataTypes.StringType)
                        ? substring(coalesce(typed, lit("")), 1, LONGEST_TEXT)
                        : typed)
                .as(field.name());
    }

    private Dataset<String> lines() throws IOException {
        String[] statements = sql().split(";\n");
        Arrays.stream(statements).limit(statements.length - 1L).forEach(spark::sql);
        return spark.sql(statements[statements.length - 1]).as(Encoders.STRING());
    }

    private static String sql() throws IOException {
        try (InputStream sql = FleetCounts.class.getResourceAsStream("counts.sql")) {
            return new String(sql.readAllBytes(), UTF_8);
        }
    }

    /**
     * Writes one file, however many parts they have: the last line says how many there are, so that a cut file is noticed. The
     * counts of the last time stay until all are written.
     */
    private void write(Dataset<String> lines, Path file) throws IOException {
        FileSystem system = file.getFileSystem(spark.sparkContext().hadoopConfiguration());
        Path written = new Path(URI.create(file.toUri() + ".tmp"));
        try (BufferedWriter out = new BufferedWriter(new OutputStreamWriter(system.create(written), UTF_8))) {
            long count = 1;
            for (Iterator<String> line = lines.toLocalIterator(); line.hasNext(); count++) {
                out.write(line.next() + "\n");
            }
            out.write("{\"schemaVersion\":1,\"kind\":\"end\",\"lines\":" + count + "}\n");
        }
        system.delete(file, false);
        if (!system.rename(written, file)) {
            throw new IOException("the counts are in " + written + ", which can't be renamed to " + file.getName());
        }
    }
}

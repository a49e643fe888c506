package dev.partnerattribution.cli.report.page;

import dev.partnerattribution.cli.report.receipts.Purpose;
import dev.partnerattribution.cli.report.receipts.Receipt.Operation;
import dev.partnerattribution.cli.report.receipts.Receipt.Request;
import dev.partnerattribution.cli.report.receipts.Receipt.Target;
import dev.partnerattribution.cli.report.receipts.Receipt.Trace;
import dev.partnerattribution.cli.report.statistics.ReceiptStatistics;
import dev.partnerattribution.cli.report.statistics.RequestRow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The rows for which the page has room, the worst first: it can be mailed, and opens at once. */
final class TableRows {
    /** Bytes, of five million that the page may have. */
    private static final long MOST_BYTES = 4_000_000;

    /** Of more rows than these each shows its first IDs alone. */
    private static final int MANY = 5_000;

    /** What the numbers of a row take, and what those of one time that it was sent. */
    private static final int ROW = 80;

    private static final int TRACE = 24;

    /** A character may stand as its number. */
    private static final int CHARACTER = 6;

    private final List<RequestRow> rows = new ArrayList<>();
    private final Set<String> texts = new HashSet<>();
    private final boolean areMany;

    private TableRows(List<RequestRow> all) {
        areMany = all.size() > MANY;
        long bytes = 0;
        for (RequestRow row : all) {
            bytes += bytes(row);
            if (bytes > MOST_BYTES) {
                return;
            }
            rows.add(row);
        }
    }

    static TableRows of(ReceiptStatistics statistics) {
        return new TableRows(statistics.rows());
    }

    List<RequestRow> rows() {
        return rows;
    }

    /** Those whose IDs are shown. */
    List<Trace> traces(RequestRow row) {
        return areMany && row.traces().size() > 1 ? row.traces().subList(0, 1) : row.traces();
    }

    /** Requests that are in none of the rows. */
    long leftOut(ReceiptStatistics statistics) {
        return statistics.requests()
                - rows.stream().mapToLong(RequestRow::count).sum();
    }

    /** Requests that create or change resources, of which each is in the table with its correlation ID. */
    long writesWithIds() {
        return rows.stream()
                .filter(row -> row.request().purpose() == Purpose.WRITE)
                .flatMap(row -> traces(row).stream())
                .filter(trace -> !trace.correlationId().isEmpty())
                .count();
    }

    private long bytes(RequestRow row) {
        Request request = row.request();
        Operation operation = request.operation();
        Target target = request.target();
        long bytes = ROW;
        for (String text : List.of(
                operation.method(),
                request.type(),
                operation.action(),
                operation.host(),
                operation.apiVersion(),
                target.name(),
                target.resourceGroup(),
                target.subscription(),
                target.tenant(),
                request.route(),
                request.answer().failure(),
                request.attribution().trackingId(),
                request.attribution().other())) {
            bytes += texts.add(text) ? bytes(text) : 0;
        }
        for (Trace trace : traces(row)) {
            bytes += TRACE + bytes(trace.correlationId()) + bytes(trace.requestId());
        }
        return bytes;
    }

    private static long bytes(String text) {
        boolean isPlain = text.chars().allMatch(c -> c >= ' ' && c < 0x7f && c != '<' && c != '"' && c != '\\');
        return (isPlain ? 1L : CHARACTER) * text.length() + 3;
    }
}

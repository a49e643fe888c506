package dev.partnerattribution.cli.report.reading;

import dev.partnerattribution.cli.report.receipts.Properties;
import dev.partnerattribution.cli.report.statistics.JvmLogs;
import dev.partnerattribution.cli.report.statistics.ReceiptStatistics;
import dev.partnerattribution.cli.terminal.Failure;
import dev.partnerattribution.cli.terminal.Progress;
import dev.partnerattribution.templates.InputFiles;
import dev.partnerattribution.templates.InputFiles.InputFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads files of receipts and of counts, once, by all processors. */
public final class ReceiptReader {
    /** What the files of receipts in folders are called, those too that were rolled over or compressed. */
    private static final Pattern NAME = Pattern.compile("(?s).*\\.jsonl([._-][0-9][0-9.t:z_-]*)?(\\.gz)?");

    private final List<InputFile> files;

    private ReceiptReader(List<InputFile> files) {
        this.files = files;
    }

    /**
     * Finds the files.
     *
     * @param words as {@link InputFiles} takes them
     * @throws Failure if one of them names nothing
     */
    public static ReceiptReader of(List<String> words) {
        try {
            return new ReceiptReader(InputFiles.find(words, NAME.asMatchPredicate()));
        } catch (IOException e) {
            throw Failure.ofFile(e);
        } catch (InvalidPathException e) {
            throw Failure.ofFile(e.getMessage() + ": check the spelling");
        }
    }

    /** Whether no file was found. */
    public boolean isEmpty() {
        return files.isEmpty();
    }

    /** How many bytes there are to read; 0 where it is not known. */
    public long bytes() {
        boolean arePacked = files.stream().anyMatch(file -> file.place().endsWith(".gz"));
        return arePacked ? 0 : plainBytes();
    }

    private long plainBytes() {
        return files.stream()
                .filter(file -> !file.isStandardInput())
                .mapToLong(file -> file.path().toFile().length())
                .sum();
    }

    /**
     * Reads them all.
     *
     * @param progress told of the bytes that were read
     * @throws Failure if one of them can't be read
     */
    public ReceiptStatistics read(InputStream stdin, Progress progress) {
        JvmLogs jvms = new JvmLogs();
        int threads = Runtime.getRuntime().availableProcessors();
        ExecutorService processors = Executors.newFixedThreadPool(threads);
        try (Blocks blocks = new Blocks(files, stdin)) {
            List<Future<ReceiptStatistics>> parts = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                parts.add(processors.submit(() -> read(blocks, new ReceiptStatistics(jvms), progress)));
            }
            ReceiptStatistics all = new ReceiptStatistics(jvms);
            for (Future<ReceiptStatistics> part : parts) {
                all.addAll(result(part));
            }
            return all;
        } catch (IOException e) {
            throw Failure.ofFile(e);
        } finally {
            processors.shutdownNow();
        }
    }

    private static ReceiptStatistics read(Blocks blocks, ReceiptStatistics statistics, Progress progress) {
        BlockReader reader = new BlockReader(statistics);
        byte[] bytes = new byte[Properties.LONGEST_LINE];
        for (@Nullable LineBlock block = blocks.next(bytes); block != null; block = blocks.next(bytes)) {
            reader.read(block);
            progress.add(block.length());
        }
        return statistics;
    }

    private static ReceiptStatistics result(Future<ReceiptStatistics> part) {
        try {
            return part.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException told) {
                throw told;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

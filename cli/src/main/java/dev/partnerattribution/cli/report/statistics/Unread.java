package dev.partnerattribution.cli.report.statistics;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Lines that could not be read, and those that a newer version of this program could. */
public final class Unread {
    private static final int MOST_MESSAGES = 20;

    private final TreeSet<Message> messages = new TreeSet<>(Message.BY_PLACE);
    private long lines;
    private long newer;
    private long unknownKinds;

    /** By the number of the file. */
    private final Map<Integer, LinesOfCounts> counts = new TreeMap<>();

    /**
     * What is told of a line.
     *
     * @param file the how-manieth
     */
    private record Message(int file, long line, String text) {
        static final Comparator<Message> BY_PLACE = Comparator.comparingInt(Message::file)
                .thenComparingLong(Message::line)
                .thenComparing(Message::text);
    }

    /** How many lines of counts a file has, and how many it says that it has: it may be several ones, joined. */
    private static final class LinesOfCounts {
        private final String name;
        private long announced;
        private long counted;

        LinesOfCounts(String name) {
            this.name = name;
        }

        void add(LinesOfCounts more) {
            announced += more.announced;
            counted += more.counted;
        }

        /** Those that were announced; without an end it is at least that. */
        long missing() {
            return counted > announced ? 1 : announced - counted;
        }

        String text() {
            return name + ": these counts are cut: "
                    + (counted > announced
                            ? "the last line is missing, which says how many there are"
                            : "they had " + announced + " lines, by what is said at their end, and " + counted
                                    + " can be read")
                    + "; write them anew";
        }
    }

    /** Notes a line that is no receipt, in the file that is the how-manieth. */
    public void malformed(int file, String name, long line, String why) {
        lines++;
        keep(new Message(file, line, name + ":" + line + ": " + why));
    }

    private void keep(Message message) {
        messages.add(message);
        if (messages.size() > MOST_MESSAGES) {
            messages.pollLast();
        }
    }

    void newer() {
        newer++;
    }

    void unknownKind() {
        unknownKinds++;
    }

    /** Notes a line of counts. */
    void counted(int file, String name) {
        linesOfCounts(file, name).counted++;
    }

    /** Notes that counts end, which have so many lines. */
    void announced(int file, String name, long lines) {
        linesOfCounts(file, name).announced += lines;
    }

    private LinesOfCounts linesOfCounts(int file, String name) {
        return counts.computeIfAbsent(file, first -> new LinesOfCounts(name));
    }

    /** Adds what others could not read. */
    void addCounted(long linesOfThem, long newerOfThem, long unknownKindsOfThem) {
        lines += linesOfThem;
        newer += newerOfThem;
        unknownKinds += unknownKindsOfThem;
    }

    /** Adds what was told of a line that others could not read. */
    void addMessage(String message) {
        keep(new Message(Integer.MAX_VALUE, 0, message));
    }

    void addAll(Unread more) {
        addCounted(more.lines, more.newer, more.unknownKinds);
        more.messages.forEach(this::keep);
        more.counts.forEach((file, lines) -> linesOfCounts(file, lines.name).add(lines));
    }

    /** How many there were, and how many are missing of counts that were cut. */
    public long lines() {
        return lines
                + counts.values().stream().mapToLong(LinesOfCounts::missing).sum();
    }

    /** File, line and reason of the first ones. */
    public List<String> messages() {
        return Stream.concat(
                        messages.stream().map(Message::text),
                        counts.values().stream()
                                .filter(file -> file.missing() > 0)
                                .limit(MOST_MESSAGES)
                                .map(LinesOfCounts::text))
                .toList();
    }

    /** Lines of a later version of the format. */
    public long newerLines() {
        return newer;
    }

    /** Lines that this version allows, and that say what it did not foresee. */
    public long unknownKinds() {
        return unknownKinds;
    }
}

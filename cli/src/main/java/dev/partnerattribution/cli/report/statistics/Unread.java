package dev.partnerattribution.cli.report.statistics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** Lines that could not be read, and those that a newer version of this program could. */
public final class Unread {
    private static final int MOST_MESSAGES = 20;

    private final TreeSet<Message> messages = new TreeSet<>(Message.BY_PLACE);
    private long lines;
    private long newer;
    private long unknownKinds;
    private long announced;
    private long counted;

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

    /** Notes that counts begin, which have so many lines. */
    void announced(long linesOfCounts) {
        announced += linesOfCounts;
    }

    /** Notes a line of counts. */
    void counted() {
        counted++;
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
        announced += more.announced;
        counted += more.counted;
    }

    /** How many there were, and how many are missing of counts that were cut. */
    public long lines() {
        return lines + Math.abs(announced - counted);
    }

    /** File, line and reason of the first ones. */
    public List<String> messages() {
        List<String> all = new ArrayList<>(texts());
        if (announced != counted) {
            all.add("a file of counts is cut, of which " + counted + " lines are here, while those that are whole have "
                    + announced + ": write it anew");
        }
        return all;
    }

    private Collection<String> texts() {
        return messages.stream().map(Message::text).toList();
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

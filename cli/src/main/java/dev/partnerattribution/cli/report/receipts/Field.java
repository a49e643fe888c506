package dev.partnerattribution.cli.report.receipts;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The properties that lines of receipts and of counts have. All others are none of ours. */
public enum Field {
    V("v"),
    KIND("kind"),
    TIME("time"),
    JVM("jvm"),
    N("n"),
    ROUTE("route"),
    METHOD("method"),
    HOST("host"),
    PROVIDER("provider"),
    TYPE("type"),
    ACTION("action"),
    API_VERSION("apiVersion"),
    STATUS("status"),
    FAILURE("failure"),
    MILLISECONDS("milliseconds"),
    CORRELATION_ID("correlationId"),
    REQUEST_ID("requestId"),
    PID("pid"),
    WHY("why"),
    TRACKING_ID("trackingId"),
    OTHER("other"),
    TENANT("tenant"),
    SUBSCRIPTION("subscription"),
    RESOURCE_GROUP("resourceGroup"),
    NAME("name"),
    PROGRAM("program"),
    VARIABLES("variables"),
    OPENED_BY("openedBy"),
    CONNECTION("connection"),
    WRITTEN("written"),
    DROPPED("dropped"),
    SCHEMA_VERSION("schemaVersion"),
    LINES("lines"),
    PURPOSE("purpose"),
    WITH_ID("withId"),
    WITH_ANOTHERS("withAnothers"),
    WITH_NONE("withNone"),
    REFUSED("refused"),
    ID("id"),
    REQUESTS("requests"),
    TIMES("times"),
    HIGHEST("highest"),
    ENDED("ended"),
    SEEN("seen"),
    FROM("from"),
    TO("to"),
    UNREADABLE("unreadable"),
    NEWER("newer"),
    UNKNOWN("unknown"),
    MESSAGE("message");

    /** A power of two, large enough that a name is nearly always found at the first place that is looked at. */
    private static final int PLACES = 256;

    private static final @Nullable Field[] BY_NAME = new Field[PLACES];
    private static final byte[][] NAMES = new byte[PLACES][];

    static {
        for (Field field : values()) {
            byte[] name = field.key.getBytes(ISO_8859_1);
            int place = place(name, 0, name.length);
            while (BY_NAME[place] != null) {
                place = next(place);
            }
            BY_NAME[place] = field;
            NAMES[place] = name;
        }
    }

    private final String key;

    Field(String key) {
        this.key = key;
    }

    /** Returns the one of this name, or null. */
    static @Nullable Field of(String name) {
        byte[] bytes = name.getBytes(ISO_8859_1);
        return of(bytes, 0, bytes.length);
    }

    /** Returns the one whose name these bytes are, or null. */
    static @Nullable Field of(byte[] bytes, int from, int to) {
        int place = from == to ? 0 : place(bytes, from, to);
        @Nullable Field field = BY_NAME[place];
        while (field != null && !Arrays.equals(bytes, from, to, NAMES[place], 0, NAMES[place].length)) {
            place = next(place);
            field = BY_NAME[place];
        }
        return field;
    }

    private static int place(byte[] name, int from, int to) {
        return (31 * (31 * (31 * name[from] + name[(from + to) >>> 1]) + name[to - 1]) + (to - from)) & (PLACES - 1);
    }

    private static int next(int place) {
        return (place + 1) & (PLACES - 1);
    }

    /** Its place in arrays, which each line fills: maps would take as long as all the rest of reading it. */
    @SuppressWarnings("EnumOrdinal")
    int index() {
        return ordinal();
    }

    /** As lines have it. */
    @Override
    public String toString() {
        return key;
    }
}
